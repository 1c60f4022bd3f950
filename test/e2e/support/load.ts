import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/** One stream of requests: one connection that is kept, one request after another. */
export interface Stream {
  readonly method: "GET" | "POST";
  readonly path: string;
}

export interface LoadReport {
  readonly requests: number;
  /** Connections that were opened: one for each stream if none was ever cut. */
  readonly connections: number;
  readonly slowestMs: number;
  /** What was no 200, with the time of day at which it came. */
  readonly failures: readonly string[];
}

const TIMEOUT_MS = 5_000;
const PAUSE_MS = 8;

export interface Load {
  /** What was no 200 up to now. */
  readonly failures: readonly string[];
  stop(): Promise<LoadReport>;
}

/** Asks a load balancer without an end; `stop` ends it and tells what came of it. */
export function startLoad(
  { port, host }: { readonly port: number; readonly host: string },
  streams: readonly Stream[],
): Load {
  const failures: string[] = [];
  let [requests, connections, slowestMs, isOver] = [0, 0, 0, false];

  const askOnce = (agent: Agent, { method, path }: Stream): Promise<void> =>
    new Promise((resolve) => {
      const since = performance.now();
      const end = (failure?: string): void => {
        slowestMs = Math.max(slowestMs, performance.now() - since);
        if (failure !== undefined) {
          failures.push(`${new Date().toISOString()} ${method} ${path}: ${failure}`);
        }
        resolve();
      };
      const asked = request(
        { host: "127.0.0.1", port, method, path, agent, headers: { host }, timeout: TIMEOUT_MS },
        (response) => {
          response.resume();
          response.on("end", () => {
            end(response.statusCode === 200 ? undefined : String(response.statusCode));
          });
          response.on("error", (error) => {
            end(error.message);
          });
        },
      );
      asked.on("timeout", () => asked.destroy(new Error(`nothing for ${TIMEOUT_MS} ms`)));
      asked.on("error", (error) => {
        end(error.message);
      });
      asked.on("socket", (socket) => {
        if (socket.connecting) connections += 1;
      });
      asked.end(method === "POST" ? "body" : undefined);
    });

  const running = streams.map(async (stream) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (!isOver) {
      requests += 1;
      await askOnce(agent, stream);
      await pause(PAUSE_MS);
    }
    agent.destroy();
  });
  return {
    failures,
    stop: async () => {
      isOver = true;
      await Promise.all(running);
      return { requests, connections, slowestMs: Math.round(slowestMs), failures };
    },
  };
}
