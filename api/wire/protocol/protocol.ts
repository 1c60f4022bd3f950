import type { IncomingHttpHeaders } from "node:http";

import type { NormalizedSchema } from "@smithy/core/schema";

/** What a request says before its body. */
export interface RequestHead {
  readonly method: string;
  /** With the query string. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface WireRequest extends RequestHead {
  readonly body: Buffer;
}

/** What a caller says to an operation. */
export interface Input {
  readonly input: Readonly<Record<string, unknown>>;
  /** Where there is something that the operation does not know, in the caller's own words. */
  readonly unknown: readonly string[];
}

/** A request whose operation is known, and whose input waits for the operation's schema. */
export interface ParsedRequest {
  readonly operation: string;
  /** @throws Refusal where the input is none of that schema */
  readonly readInput: (schema: NormalizedSchema) => Input;
}

/** One of AWS's protocols, as one service speaks it. */
export interface Protocol {
  readonly form: "json" | "query";
  readonly contentType: string;
  /** @throws Refusal for a request that is none of this service */
  readonly parse: (request: WireRequest) => ParsedRequest;
  readonly writeOutput: (
    operation: string,
    schema: NormalizedSchema,
    output: object,
    requestId: string,
  ) => string;
  readonly writeError: (error: ErrorBody, requestId: string) => string;
}

export interface ErrorBody {
  readonly code: string;
  readonly message: string;
  /** Whose mistake it is. */
  readonly fault: "client" | "server";
}
