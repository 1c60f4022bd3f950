import type { handleUnaryCall } from "@grpc/grpc-js";
import { Metadata, status } from "@grpc/grpc-js";

import { InitializationError, initializationDetails } from "./initializationError";

/** What the engine gets of an error. */
function serviceError(error: unknown): { code: status; details: string; metadata: Metadata } {
  const details = error instanceof Error ? error.message : String(error);
  const metadata = new Metadata();
  if (error instanceof InitializationError) {
    metadata.add("grpc-status-details-bin", initializationDetails(error));
  }
  const code = error instanceof NotSupportedError ? status.UNIMPLEMENTED : status.UNKNOWN;
  return { code, details, metadata };
}

/** Something the real plugin can do and this one cannot. */
export class NotSupportedError extends Error {
  constructor(plugin: string, what: string) {
    super(
      `this is KECS's lab stand-in for Pulumi's ${plugin} plugin; it has no ${what}. ` +
        `Install the real plugin to use it.`,
    );
  }
}

/** A gRPC method out of an async function. */
export function unary<Request, Response>(
  handle: (request: Request) => Promise<Response> | Response,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    Promise.resolve()
      .then(() => handle(call.request))
      .then(
        (response) => {
          callback(null, response);
        },
        (error: unknown) => {
          callback(serviceError(error));
        },
      );
  };
}
