import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";

/** What came of a program that was started. */
export interface RunResult {
  /**
   * The exit code; as in a shell, 127 when there is no such program, 126 when it cannot be started,
   * and 124 when it was stopped for its time, which the last line of stderr says.
   */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Stop the program after this many milliseconds; default 30000. */
  readonly timeoutMs?: number;
  /** Text for its standard input. */
  readonly stdin?: string;
  /** Variables on top of this process's own. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs a program without a shell and waits for its end; it never throws, the result tells.
 *
 * Every call of docker, k3d and kubectl outside of a Pulumi Command goes through here, with an
 * argument list that a pure function made.
 */
export function run(argv: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const [program, ...args] = argv;
  if (program === undefined) throw new RangeError("no program to run");
  return new Promise((resolve) => {
    let child: ChildProcessWithoutNullStreams;
    try {
      child = spawn(program, args, { env: { ...process.env, ...options.env } });
    } catch (error) {
      // Its message quotes the argument or the variable, which can be a secret.
      const { code = "it has no code" } = error as NodeJS.ErrnoException;
      resolve({ code: 126, stdout: "", stderr: `${program} cannot be started: ${code}` });
      return;
    }
    let stdout = "";
    let stderr = "";
    let timedOut = false;
    const { timeoutMs = 30_000 } = options;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill("SIGKILL");
      // What the program has started itself holds them open, and would be waited for.
      child.stdout.destroy();
      child.stderr.destroy();
    }, timeoutMs);
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      resolve({ code: error.code === "ENOENT" ? 127 : 126, stdout, stderr: error.message });
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      const late = `${program} did not end within ${timeoutMs / 1000} s`;
      resolve(
        timedOut
          ? { code: 124, stdout, stderr: [stderr.trimEnd(), late].filter(Boolean).join("\n") }
          : { code: code ?? 1, stdout, stderr },
      );
    });
    // A program that ends before it has read its input is not an error of ours.
    child.stdin.on("error", () => undefined);
    child.stdin.end(options.stdin ?? "");
  });
}
