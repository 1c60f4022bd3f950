import { connect, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http2";
import type { Answer } from "./answer";
import { PATIENCE_MS, serverNameOf, type Wire } from "./wire";

/** Sends a request over an HTTP/2 connection of its own; without TLS with prior knowledge. */
export function sendHttp2(wire: Wire): Promise<Answer> {
  const scheme = wire.tls ? "https" : "http";
  return new Promise((resolve, reject) => {
    const session = connect(`${scheme}://127.0.0.1:${wire.localPort}`, {
      servername: serverNameOf(wire),
      rejectUnauthorized: false,
    });
    const fail = (error: Error): void => {
      session.destroy();
      reject(error);
    };
    session.on("error", fail);
    const stream = session.request(requestHeaders(wire, scheme));
    let status = 0;
    let headers: Answer["headers"] = [];
    let trailers: Answer["trailers"] = [];
    let body = "";
    stream.setTimeout(PATIENCE_MS, () => {
      fail(new Error(`no answer within ${PATIENCE_MS / 1000} s`));
    });
    stream.on("error", fail);
    stream.on("response", (received) => {
      status = received[":status"] ?? 0;
      headers = pairs(received);
    });
    stream.on("trailers", (received: IncomingHttpHeaders) => {
      trailers = pairs(received);
    });
    stream.setEncoding("utf8").on("data", (text: string) => (body += text));
    stream.on("close", () => {
      session.close();
      resolve({ status, headers, body, trailers });
    });
    stream.end(wire.body);
  });
}

function requestHeaders(
  { method, target, host, headers }: Wire,
  scheme: string,
): OutgoingHttpHeaders {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of headers) (fields[name.toLowerCase()] ??= []).push(value);
  return {
    ":method": method,
    ":path": target,
    ":scheme": scheme,
    ...(host === undefined ? {} : { ":authority": host }),
    ...Object.fromEntries(
      Object.entries(fields).map(([name, values]) => [
        name,
        values.length > 1 ? values : values[0],
      ]),
    ),
  };
}

function pairs(received: IncomingHttpHeaders): (readonly [string, string])[] {
  return Object.entries(received)
    .filter(([name]) => !name.startsWith(":"))
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value ?? ""]).map((one) => [name, one] as const),
    );
}
