import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/** What came of a load, as it is printed. */
export interface SteadyReport {
  readonly seconds: number;
  readonly requests: number;
  /** Requests in each second, over the whole time. */
  readonly rate: number;
  readonly ok: number;
  /** Answers with another status than 200. */
  readonly other: number;
  /** Requests without an answer: resets, refusals, time-outs. */
  readonly broken: number;
  readonly connections: number;
  readonly slowestMs: number;
  /** Answers by the value of X-Kecs-Target. */
  readonly targets: Readonly<Record<string, number>>;
  /** The first twenty that were no 200, with the time of day. */
  readonly failures: readonly string[];
}

export interface SteadyLoad {
  /** The report so far. */
  report(): SteadyReport;
  /** Ends the load once every request under way is answered. */
  stop(): Promise<SteadyReport>;
}

const SHOWN_FAILURES = 20;
const TIMEOUT_MS = 15_000;
const TICK_MS = 5;

/**
 * Sends so many requests each second, whether or not the ones before were answered. Of ten, six go
 * over kept connections, three over one of their own, and one posts a body. Four a second besides
 * take `slowMs`, so that some are under way at any moment.
 */
export function startSteadyLoad(
  { port, host }: { readonly port: number; readonly host: string },
  { perSecond, slowMs }: { readonly perSecond: number; readonly slowMs: number },
): SteadyLoad {
  const kept = new Agent({ keepAlive: true });
  const since = performance.now();
  const targets: Record<string, number> = {};
  const failures: string[] = [];
  const waiting = new Set<Promise<void>>();
  let [sent, slow, ok, other, broken, connections, slowestMs] = [0, 0, 0, 0, 0, 0, 0];
  let until: number | undefined;

  const fail = (what: string): void => {
    if (failures.length < SHOWN_FAILURES) failures.push(`${new Date().toISOString()} ${what}`);
  };

  const send = (method: "GET" | "POST", path: string, agent: Agent | false): void => {
    const started = performance.now();
    const answered = new Promise<void>((resolve) => {
      const asked = request(
        { host: "127.0.0.1", port, method, path, agent, headers: { host }, timeout: TIMEOUT_MS },
        (response) => {
          const target = String(response.headers["x-kecs-target"] ?? "");
          response.resume();
          response.on("end", () => {
            slowestMs = Math.max(slowestMs, performance.now() - started);
            targets[target] = (targets[target] ?? 0) + 1;
            if (response.statusCode === 200) ok += 1;
            else {
              other += 1;
              fail(`${method} ${path}: ${response.statusCode}`);
            }
            resolve();
          });
          response.on("error", (error) => asked.destroy(error));
        },
      );
      asked.on("timeout", () => asked.destroy(new Error(`nothing for ${TIMEOUT_MS} ms`)));
      asked.on("error", (error) => {
        broken += 1;
        fail(`${method} ${path}: ${error.message}`);
        resolve();
      });
      asked.on("socket", (socket) => {
        if (socket.connecting) connections += 1;
      });
      asked.end(method === "POST" ? "body" : undefined);
    });
    waiting.add(answered);
    void answered.then(() => waiting.delete(answered));
  };

  const running = (async () => {
    while (until === undefined) {
      const elapsed = (performance.now() - since) / 1000;
      for (; sent < elapsed * perSecond; sent += 1) {
        const turn = sent % 10;
        if (turn === 9) send("POST", "/post", kept);
        else send("GET", "/get", turn < 6 ? kept : false);
      }
      for (; slow < elapsed * 4; slow += 1) send("GET", `/slow?ms=${slowMs}`, false);
      await pause(TICK_MS);
    }
    await Promise.all(waiting);
    kept.destroy();
  })();

  const report = (): SteadyReport => {
    const seconds = ((until ?? performance.now()) - since) / 1000;
    return {
      seconds: Math.round(seconds),
      requests: sent + slow,
      rate: Math.round(sent / seconds),
      ...{ ok, other, broken, connections, targets, failures },
      slowestMs: Math.round(slowestMs),
    };
  };
  return {
    report,
    stop: async () => {
      until ??= performance.now();
      await running;
      return report();
    },
  };
}
