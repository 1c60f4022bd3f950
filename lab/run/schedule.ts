import type { Step } from "./step";

export interface ScheduleOptions {
  /** How many compiling steps may run at once. */
  readonly compilers: number;
  readonly signal: AbortSignal;
}

/**
 * Performs every step once all that it needs is done, as many at a time as may be. Steps that
 * compile start in the order of the list. After the first failure nothing new is started.
 */
export async function schedule(
  steps: readonly Step[],
  perform: (step: Step) => Promise<void>,
  options: ScheduleOptions,
): Promise<void> {
  checkNeeds(steps);
  const waiting = [...steps];
  const done = new Set<string>();
  const running = new Map<string, Promise<void>>();
  let compiling = 0;
  let failure: { readonly cause: unknown } | undefined;

  const startable = (step: Step) =>
    step.needs.every((id) => done.has(id)) && !(step.compiles && compiling >= options.compilers);

  for (;;) {
    const stopped = failure !== undefined || options.signal.aborted;
    const next = stopped ? undefined : waiting.find(startable);
    if (next) {
      waiting.splice(waiting.indexOf(next), 1);
      if (next.compiles) compiling += 1;
      const performed = perform(next)
        .then(() => void done.add(next.id))
        .catch((cause: unknown) => {
          failure ??= { cause };
        })
        .finally(() => {
          running.delete(next.id);
          if (next.compiles) compiling -= 1;
        });
      running.set(next.id, performed);
      continue;
    }
    if (running.size === 0) break;
    await Promise.race(running.values());
  }
  if (failure) throw failure.cause;
  options.signal.throwIfAborted();
}

/** Rejects a plan that could never end: an unknown need, or a circle of needs. */
function checkNeeds(steps: readonly Step[]): void {
  const reachable = new Set<string>();
  let grew = true;
  while (grew) {
    grew = false;
    for (const step of steps) {
      if (reachable.has(step.id) || !step.needs.every((id) => reachable.has(id))) continue;
      reachable.add(step.id);
      grew = true;
    }
  }
  const stuck = steps.filter((step) => !reachable.has(step.id)).map((step) => step.id);
  if (stuck.length > 0) throw new Error(`steps that can never start: ${stuck.join(", ")}`);
}
