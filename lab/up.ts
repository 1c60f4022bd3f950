import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { removeGoCache } from "./cache/goCache";
import { environmentOf, type LabEnvironment } from "./environment";
import { LabFailed, LabUnsupported } from "./failures";
import { ownPlugins } from "./parts/plugins";
import { labPaths } from "./paths";
import { labPlan } from "./plan";
import { runCommand } from "./run/command";
import { withLock } from "./run/lock";
import { schedule } from "./run/schedule";
import type { Step, Task } from "./run/step";
import { labSupported } from "./support";
import { progressOn, type Progress } from "./ui/progress";

export interface LabUpOptions {
  /** Who hears what happens; by default the terminal, on stderr. */
  readonly progress?: Progress;
  /** Ends the work; what is finished by then stays finished. */
  readonly signal?: AbortSignal;
}

/** Two builds at once: while one links, on one core, the other compiles. */
const compilers = 2;

/** Makes everything ready that is not, and returns the environment to use it in. */
export async function labUp(options: LabUpOptions = {}): Promise<LabEnvironment> {
  const reason = labSupported();
  if (reason !== undefined) throw new LabUnsupported(reason);
  const paths = labPaths();
  const progress = options.progress ?? progressOn(process.stderr, process.env);
  // Aborted by the caller, or by the first failure: then the others need not go on.
  const stop = new AbortController();
  options.signal?.addEventListener("abort", () => {
    stop.abort();
  });

  await withLock(path.join(paths.root, "up.lock"), progress.waiting, async () => {
    try {
      for (const folder of [paths.logs, paths.work]) mkdirSync(folder, { recursive: true });
      await schedule(await labPlan(paths), (step) => perform(step, paths.logs, stop, progress), {
        compilers,
        signal: stop.signal,
      });
      // Every program is there: what it took to build them, 10 GB, is of no more use.
      await removeGoCache(paths.goCache);
      rmSync(paths.work, { recursive: true, force: true });
    } finally {
      progress.close();
    }
  });
  return environmentOf(paths, ownPlugins(paths).folder, process.env["PATH"] ?? "");
}

async function perform(
  step: Step,
  logs: string,
  stop: AbortController,
  progress: Progress,
): Promise<void> {
  if ((await step.inspect()).state === "ready") return;
  const logFile = path.join(logs, `${step.id}.log`);
  rmSync(logFile, { force: true });
  const task: Task = {
    logFile,
    signal: stop.signal,
    run: (argv, options) => runCommand(argv, { ...options, logFile, signal: stop.signal }),
  };
  progress.started(step, logFile);
  try {
    await step.run(task);
  } catch (cause) {
    const isFirst = !stop.signal.aborted;
    progress.ended(step, isFirst ? "failed" : "stopped");
    stop.abort();
    throw isFirst ? new LabFailed(step.title, logFile, { cause }) : cause;
  }
  progress.ended(step, "done");
}
