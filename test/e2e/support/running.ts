import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A program that goes on until it is interrupted. */
export interface Running {
  /** The lines that it has written to stdout so far. */
  readonly lines: readonly string[];
  /** Presses Ctrl-C; resolves to the exit code. */
  interrupt(): Promise<number>;
}

export function begin(
  argv: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Running {
  const [program = "", ...args] = argv;
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "ignore"] });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
  const end = new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      resolve(code ?? 1);
    });
  });
  return {
    lines,
    interrupt: () => {
      child.kill("SIGINT");
      return end;
    },
  };
}
