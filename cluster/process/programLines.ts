import { spawn } from "node:child_process";
import { LineSplitter } from "./lineSplitter";

/** How a program that wrote lines ended. */
export interface LinesEnd {
  /** 127 where there is no such program. */
  readonly code: number;
  /** What it said beside them in the end. */
  readonly why: string;
}

const LONGEST_REASON = 2000;

/** Runs a program and hands on each line that it writes; resolves at its end or when the signal ends it. */
export function programLines(
  argv: readonly string[],
  signal: AbortSignal,
  onLine: (line: string) => void,
): Promise<LinesEnd> {
  const [program = "", ...args] = argv;
  return new Promise((resolve) => {
    // Its input stays open until it is ended: that ends what runs in the node.
    const child = spawn(program, args, {
      env: { ...process.env },
      stdio: ["pipe", "pipe", "pipe"],
    });
    const stop = (): void => {
      child.kill("SIGTERM");
    };
    let why = "";
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) stop();
    const lines = new LineSplitter((line) => {
      if (!signal.aborted) onLine(line);
    });
    child.stdout.on("data", (data: Buffer) => {
      lines.add(data);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      why = (why + text).slice(-LONGEST_REASON);
    });
    const finish = (code: number): void => {
      signal.removeEventListener("abort", stop);
      lines.end();
      resolve({ code, why: why.trim() });
    };
    child.on("error", (error) => {
      why = error.message;
      finish(127);
    });
    child.on("close", (code) => {
      finish(code ?? 1);
    });
    child.stdin.on("error", () => undefined);
  });
}
