import { Readable } from "node:stream";

import { AwsError } from "../world/awsError";
import type { RequestHead, WireRequest } from "./protocol/protocol";
import { NotPartOfKecs, Refusal } from "./protocol/refusal";
import { readRequest, type Call } from "./readRequest";
import { writeError, writeOutput, type WireResponse } from "./writeResponse";

/** A request for a service, or an operation of one, that is not emulated here. */
export interface OtherRequest extends RequestHead {
  /** By its name in signatures, such as `s3`. */
  readonly service: string;
  readonly body: Readable;
}

/** Where calls go. */
export interface Destinations {
  /**
   * Does what a call asks for, and gives the operation's output.
   *
   * @throws AwsError for what AWS refuses
   */
  readonly handle: (call: Call) => object | Promise<object>;
  /** Answers what is not emulated here; without it, such a request is refused by name. */
  readonly otherService?: ((request: OtherRequest) => Promise<WireResponse>) | undefined;
  /** Is told of a fault, of which a caller hears no more than that there was one. */
  readonly onError: (error: unknown, request: RequestHead) => void;
}

/** The answer to a request, whatever it is. */
export async function answer(
  request: WireRequest,
  destinations: Destinations,
  requestId: string,
): Promise<WireResponse> {
  try {
    const read = await readRequest(request);
    return writeOutput(read, await destinations.handle(read.call), requestId);
  } catch (error) {
    const { otherService } = destinations;
    if (error instanceof NotPartOfKecs && otherService !== undefined) {
      const body = Readable.from([request.body]);
      return otherService({ ...request, service: error.service, body });
    }
    return answerError(request, error, destinations, requestId);
  }
}

export function answerError(
  request: RequestHead,
  error: unknown,
  { onError }: Pick<Destinations, "onError">,
  requestId: string,
): WireResponse {
  if (!(error instanceof AwsError || error instanceof Refusal)) onError(error, request);
  return writeError(request, error, requestId);
}
