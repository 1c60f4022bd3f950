import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

import { programArguments, programEnvironment } from "./programCommand";
import type { RunSettings } from "./programCommand";
import type { RuntimeOptions } from "./runtimeOptions";

/** How a program ended: well, with an error, or with an error it has already reported itself. */
export interface RunOutcome {
  readonly error: string;
  readonly bail: boolean;
}

const alreadyReported = 32;
const graceMilliseconds = 5000;

function locateRunner(programDirectory: string): string {
  try {
    return createRequire(join(programDirectory, "index.js")).resolve("@pulumi/pulumi/cmd/run");
  } catch {
    throw new Error(
      "It looks like the Pulumi SDK has not been installed. Have you run pulumi install?",
    );
  }
}

function outcomeOf(code: number | null, signal: NodeJS.Signals | null): RunOutcome {
  if (code === 0) return { error: "", bail: false };
  if (code === alreadyReported) return { error: "", bail: true };
  const error =
    code === null
      ? `Program was ended by the signal ${String(signal)}`
      : `Program exited with non-zero exit code: ${code}`;
  return { error, bail: false };
}

/** Runs Pulumi programs with the SDK that is installed beside them. */
export class ProgramRunner {
  readonly #running = new Set<ChildProcess>();

  async run(settings: RunSettings, options: RuntimeOptions): Promise<RunOutcome> {
    const args = programArguments(locateRunner(settings.programDirectory), settings, options);
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...programEnvironment(settings, options) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#running.add(child);
    // Our own streams are pipes to the engine; the program must not switch their mode.
    child.stdout.pipe(process.stdout, { end: false });
    child.stderr.pipe(process.stderr, { end: false });
    try {
      return await new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (code, signal) => {
          resolve(outcomeOf(code, signal));
        });
      });
    } finally {
      this.#running.delete(child);
    }
  }

  /** Asks every running program to end, and makes it after a while. */
  cancel(): void {
    for (const child of this.#running) {
      child.kill("SIGINT");
      setTimeout(() => child.kill("SIGKILL"), graceMilliseconds).unref();
    }
  }
}
