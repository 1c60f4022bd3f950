import { spawn } from "node:child_process";
import { closeSync, openSync, writeSync } from "node:fs";

export interface RunOptions {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Where everything that is printed is written, except what is piped on. */
  readonly logFile?: string;
  /** A second program that reads what the first prints. */
  readonly pipeTo?: readonly string[];
  /** Ends the program, and what it started. */
  readonly signal?: AbortSignal;
  /** Once started it runs to its end: broken off, it would leave the machine damaged. */
  readonly uninterruptible?: boolean;
}

export class CommandFailed extends Error {
  constructor(
    readonly argv: readonly string[],
    readonly outcome: string,
  ) {
    super(`${argv.slice(0, 3).join(" ")} … ${outcome}`);
    this.name = "CommandFailed";
  }
}

/** Runs a program to its end and returns what it printed on stdout. */
export async function runCommand(
  argv: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  options.signal?.throwIfAborted();
  const log = options.logFile === undefined ? undefined : openSync(options.logFile, "a");
  try {
    return await execute(argv, options, log);
  } finally {
    if (log !== undefined) closeSync(log);
  }
}

async function execute(
  argv: readonly string[],
  options: RunOptions,
  log: number | undefined,
): Promise<string> {
  const stderr = log ?? "ignore";
  const first = start(argv, options, ["ignore", "pipe", stderr]);
  const last = options.pipeTo ? start(options.pipeTo, options, ["pipe", "pipe", stderr]) : first;
  if (last !== first && first.stdout && last.stdin) {
    // A reader that ends early is reported by its exit code, not by the broken pipe.
    last.stdin.on("error", () => first.stdout?.destroy());
    first.stdout.pipe(last.stdin);
  }
  let answer = "";
  last.stdout?.setEncoding("utf8").on("data", (text: string) => {
    answer += text;
    if (log !== undefined) writeSync(log, text);
  });
  await Promise.all([
    ended(first, argv),
    last === first ? undefined : ended(last, options.pipeTo ?? []),
  ]);
  return answer;
}

type Child = ReturnType<typeof spawn>;

function start(
  argv: readonly string[],
  options: RunOptions,
  stdio: ["ignore" | "pipe", "pipe", number | "ignore"],
): Child {
  const [program = "", ...args] = argv;
  // A group of its own: an interrupt reaches the lab first, which then ends the whole group.
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.environment },
    stdio,
    detached: true,
  });
  const endGroup = () => {
    if (child.pid !== undefined && child.exitCode === null) signalGroup(child.pid);
  };
  if (options.uninterruptible !== true) options.signal?.addEventListener("abort", endGroup);
  child.once("close", () => options.signal?.removeEventListener("abort", endGroup));
  return child;
}

function signalGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGTERM");
  } catch {
    // It ended by itself in the meantime.
  }
}

async function ended(child: Child, argv: readonly string[]): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.once("error", (cause) => {
      reject(new CommandFailed(argv, `could not be started: ${cause.message}`));
    });
    child.once("close", (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new CommandFailed(
            argv,
            signal ? `was ended by ${signal}` : `exited with ${code ?? "nothing"}`,
          ),
        );
    });
  });
}
