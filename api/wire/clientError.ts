import type { Duplex } from "node:stream";

import { Refusal, type Reason } from "./protocol/refusal";

/**
 * Answers what is no HTTP, or comes too slowly: what its caller speaks is not known, so that the code is
 * where every client looks for one.
 */
export function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const late = error.code === "ERR_HTTP_REQUEST_TIMEOUT";
  const refusal = late
    ? refused("timeout", "The request took too long.")
    : refused("malformedRequest", "The request is no HTTP, or its headers are too large.");
  socket.end(refusal);
}

function refused(reason: Reason, message: string): string {
  const refusal = new Refusal(reason, message);
  const body = JSON.stringify({ __type: refusal.code("json"), message });
  return [
    `HTTP/1.1 ${refusal.status} ${refusal.status === 408 ? "Request Timeout" : "Bad Request"}`,
    "connection: close",
    "content-type: application/x-amz-json-1.1",
    `content-length: ${Buffer.byteLength(body)}`,
    `x-amzn-errortype: ${refusal.code("json")}`,
    "",
    body,
  ].join("\r\n");
}
