import { connect as connectPlain, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { Answer } from "./answer";
import { parseAnswer } from "./parseAnswer";
import { PATIENCE_MS, serverNameOf, type Wire } from "./wire";

/**
 * Sends a request byte for byte over a connection of its own. Node's HTTP client would refuse or
 * repair what many cases are about: methods, paths, repeated headers, a missing Host.
 */
export function sendHttp1(wire: Wire): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = open(wire);
    const chunks: Buffer[] = [];
    socket.setTimeout(PATIENCE_MS, () => {
      socket.destroy(new Error(`no answer within ${PATIENCE_MS / 1000} s`));
    });
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.on("error", (error: NodeJS.ErrnoException) => {
      // A server that refuses a request may close before it has read the body.
      if (chunks.length > 0 && (error.code === "ECONNRESET" || error.code === "EPIPE")) {
        conclude();
      } else reject(error);
    });
    socket.on("end", conclude);
    socket.on(wire.tls ? "secureConnect" : "connect", () => socket.write(requestText(wire)));

    function conclude(): void {
      try {
        resolve(parseAnswer(Buffer.concat(chunks), wire.method));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
      socket.destroy();
    }
  });
}

function open(wire: Wire): Socket {
  const address = { host: "127.0.0.1", port: wire.localPort };
  if (!wire.tls) return connectPlain(address);
  const servername = serverNameOf(wire);
  const { certificate: cert, key } = wire.client ?? {};
  return connectTls({ ...address, servername, cert, key, rejectUnauthorized: false });
}

/** The bytes of a request; the answer ends with the connection unless the request says otherwise. */
export function requestText({ method, target, version, host, headers, body }: Wire): string {
  const has = (name: string): boolean => headers.some(([one]) => one.toLowerCase() === name);
  const fields = [
    ...(host === undefined ? [] : [["Host", host] as const]),
    ...headers,
    ...(has("connection") ? [] : [["Connection", "close"] as const]),
    ...(body === undefined || has("content-length") || has("transfer-encoding")
      ? []
      : [["Content-Length", String(Buffer.byteLength(body))] as const]),
  ];
  const lines = [
    `${method} ${target} HTTP/${version}`,
    ...fields.map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join("\r\n")}\r\n\r\n${body ?? ""}`;
}
