import WebSocket from "ws";
import type { Answer } from "./answer";
import { PATIENCE_MS, type Wire } from "./wire";

/** What a WebSocket's handshake answered, and what came back for the frames that were sent. */
export interface WebSocketAnswer extends Answer {
  readonly frames: readonly string[];
}

/**
 * Opens a WebSocket, sends the frames and waits for as many. A target first tells what it saw of
 * the handshake: that is the answer's body.
 */
export function sendWebSocket(wire: Wire, frames: readonly string[]): Promise<WebSocketAnswer> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(
      `${wire.tls ? "wss" : "ws"}://127.0.0.1:${wire.localPort}${wire.target}`,
      {
        headers: { ...Object.fromEntries(wire.headers), host: wire.host ?? "" },
        handshakeTimeout: PATIENCE_MS,
        rejectUnauthorized: false,
      },
    );
    const timer = setTimeout(() => {
      socket.terminate();
      reject(new Error(`no frame within ${PATIENCE_MS / 1000} s`));
    }, PATIENCE_MS);
    const received: string[] = [];
    let headers: Answer["headers"] = [];
    const finish = (status: number): void => {
      clearTimeout(timer);
      socket.terminate();
      const [body = "", ...echoed] = received;
      resolve({ status, headers, body, frames: echoed, trailers: [] });
    };
    socket.on("upgrade", (response) => (headers = rawHeaders(response.rawHeaders)));
    socket.on("unexpected-response", (_, response) => {
      headers = rawHeaders(response.rawHeaders);
      finish(response.statusCode ?? 0);
    });
    socket.on("open", () => {
      for (const frame of frames) socket.send(frame);
    });
    socket.on("message", (data: Buffer) => {
      received.push(data.toString());
      if (received.length > frames.length) finish(101);
    });
    socket.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}

function rawHeaders(raw: readonly string[]): (readonly [string, string])[] {
  return raw.flatMap((name, i) => (i % 2 === 0 ? [[name, raw[i + 1] ?? ""] as const] : []));
}
