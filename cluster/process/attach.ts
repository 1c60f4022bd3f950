import { spawn } from "node:child_process";

/** Runs a program on this one's own input and outputs; returns its exit code. */
export function attach(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const [program = "", ...args] = argv;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env }, stdio: "inherit" });
    const end = (): void => {
      child.kill("SIGTERM");
    };
    signal.addEventListener("abort", end, { once: true });
    child.on("error", reject);
    child.on("close", (code) => {
      signal.removeEventListener("abort", end);
      resolve(code ?? 1);
    });
  });
}
