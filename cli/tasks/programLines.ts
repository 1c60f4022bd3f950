import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** Runs a program and hands on each line that it writes; resolves at its end or when told to end. */
export function programLines(
  argv: readonly string[],
  signal: AbortSignal,
  onLine: (line: string) => void,
): Promise<void> {
  const [program = "", ...args] = argv;
  return new Promise((resolve) => {
    // Its input stays open until it is ended: that ends what runs in the node.
    const child = spawn(program, args, {
      env: { ...process.env },
      stdio: ["pipe", "pipe", "ignore"],
    });
    const end = (): void => {
      child.kill("SIGTERM");
    };
    signal.addEventListener("abort", end, { once: true });
    if (signal.aborted) end();
    createInterface({ input: child.stdout, crlfDelay: Infinity }).on("line", (line) => {
      if (!signal.aborted) onLine(line);
    });
    const finish = (): void => {
      signal.removeEventListener("abort", end);
      resolve();
    };
    child.on("error", finish);
    child.on("close", finish);
    child.stdin.on("error", () => undefined);
  });
}
