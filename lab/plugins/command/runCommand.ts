import { spawn } from "node:child_process";
import { statSync } from "node:fs";

import { endOf, startFailure } from "./endOf";
import { goQuoted } from "./goQuoted";
import type { Execution } from "./inputs";
import { LineSplitter } from "./lineSplitter";

export interface CommandOutput {
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs commands and can end them all, with everything they started. */
export class CommandRunner {
  readonly #groups = new Set<number>();

  /** Runs to the end; `log` gets the lines that the execution wants logged, as they come. */
  async run(
    execution: Execution,
    previous: CommandOutput,
    log: (line: string) => void,
  ): Promise<CommandOutput> {
    const { command, logging, stdin } = execution;
    const output = new Output(log);
    const [program = "/bin/sh", ...args] = execution.interpreter;
    const failure =
      directoryFailure(execution.dir) ??
      (await new Promise<string | undefined>((resolve) => {
        const child = spawn(program, [...args, command], {
          cwd: execution.dir,
          env: environmentOf(execution, previous),
          // A process group of its own, so that ending it ends what it started, too.
          detached: true,
          stdio: [stdin === undefined ? "ignore" : "pipe", "pipe", "pipe"],
        });
        const { pid } = child;
        if (pid !== undefined) this.#groups.add(pid);
        // A command that does not read its input is no error.
        child.stdin?.on("error", () => undefined);
        child.stdin?.end(stdin);
        child.stdout?.on("data", (data: Buffer) => {
          output.add("stdout", data, logging === "stdout" || logging === "stdoutAndStderr");
        });
        child.stderr?.on("data", (data: Buffer) => {
          output.add("stderr", data, logging === "stderr" || logging === "stdoutAndStderr");
        });
        child.on("error", (error: NodeJS.ErrnoException) => {
          resolve(startFailure(program, error));
        });
        child.on("close", (code, signal) => {
          if (pid !== undefined) this.#groups.delete(pid);
          resolve(endOf(code, signal));
        });
      }).catch((error: unknown) => startFailure(program, error as NodeJS.ErrnoException)));
    output.end();
    if (failure !== undefined) {
      throw new Error(`${failure}: running ${goQuoted(command)}:\n${output.text("both")}`);
    }
    return {
      stdout: withoutLastNewline(output.text("stdout")),
      stderr: withoutLastNewline(output.text("stderr")),
    };
  }

  endAll(): void {
    for (const group of this.#groups) {
      try {
        process.kill(-group, "SIGKILL");
      } catch {
        // It ended by itself in the meantime.
      }
    }
  }
}

/** What a command prints, kept and passed on line by line. */
class Output {
  readonly #parts = { stdout: [] as Buffer[], stderr: [] as Buffer[], both: [] as Buffer[] };
  readonly #lines: LineSplitter;

  constructor(log: (line: string) => void) {
    this.#lines = new LineSplitter(log);
  }

  add(stream: "stdout" | "stderr", data: Buffer, logged: boolean): void {
    this.#parts[stream].push(data);
    this.#parts.both.push(data);
    if (logged) this.#lines.add(data);
  }

  end(): void {
    this.#lines.end();
  }

  text(stream: "stdout" | "stderr" | "both"): string {
    return Buffer.concat(this.#parts[stream]).toString();
  }
}

function directoryFailure(directory: string): string | undefined {
  const isDirectory = statSync(directory, { throwIfNoEntry: false })?.isDirectory();
  return isDirectory === true ? undefined : `chdir ${directory}: no such file or directory`;
}

function environmentOf(execution: Execution, previous: CommandOutput): NodeJS.ProcessEnv {
  const env = { ...process.env, ...execution.environment };
  if (!execution.addPreviousOutputInEnv) return env;
  if (previous.stdout !== "") env["PULUMI_COMMAND_STDOUT"] = previous.stdout;
  if (previous.stderr !== "") env["PULUMI_COMMAND_STDERR"] = previous.stderr;
  return env;
}

function withoutLastNewline(text: string): string {
  return text.endsWith("\n") ? text.slice(0, -1) : text;
}
