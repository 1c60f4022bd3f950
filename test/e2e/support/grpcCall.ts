import { connect } from "node:http2";

/** What came back in a gRPC call. */
export interface GrpcAnswer {
  readonly status: number;
  readonly grpcStatus: string | undefined;
  readonly messages: readonly string[];
}

/** Frames a message as gRPC has it: not compressed, with its length in front. */
function frame(message: string): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(Buffer.byteLength(message), 1);
  return Buffer.concat([head, Buffer.from(message)]);
}

/**
 * Calls a method and sends each message only after the one before came back, as a stream in both
 * directions may. One message makes it a unary call.
 */
export function grpcCall(
  port: number,
  host: string,
  path: string,
  messages: readonly string[],
): Promise<GrpcAnswer> {
  return new Promise((resolve, reject) => {
    const session = connect(`https://127.0.0.1:${port}`, {
      servername: host,
      rejectUnauthorized: false,
    });
    session.on("error", reject);
    const stream = session.request({
      ":method": "POST",
      ":path": path,
      ":authority": `${host}:${port}`,
      "content-type": "application/grpc",
      te: "trailers",
    });
    const received: string[] = [];
    let status = 0;
    let grpcStatus: string | undefined;
    let rest = Buffer.alloc(0);
    const sendNext = (): void => {
      const next = messages[received.length];
      if (next === undefined) stream.end();
      else stream.write(frame(next));
    };
    stream.setTimeout(15_000, () => {
      session.destroy(new Error("no message within 15 s"));
    });
    stream.on("error", reject);
    stream.on("response", (headers) => (status = headers[":status"] ?? 0));
    stream.on("trailers", (trailers: Record<string, string | undefined>) => {
      grpcStatus = trailers["grpc-status"];
    });
    stream.on("data", (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      while (rest.length >= 5 && rest.length >= 5 + rest.readUInt32BE(1)) {
        const end = 5 + rest.readUInt32BE(1);
        received.push(rest.subarray(5, end).toString());
        rest = rest.subarray(end);
        sendNext();
      }
    });
    stream.on("close", () => {
      session.close();
      resolve({ status, grpcStatus, messages: received });
    });
    sendNext();
  });
}
