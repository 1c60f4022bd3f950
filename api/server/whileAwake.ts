import { setTimeout as pause } from "node:timers/promises";

/** The instance is paused, so nothing in it can be changed or waited for. */
export class AsleepError extends Error {
  constructor(instance: string) {
    super(`Instance ${instance} is asleep: run kecs wake.`);
    this.name = "AsleepError";
  }
}

/** Looks whether an instance is asleep. */
export interface Sleeper {
  readonly instance: string;
  readonly isAsleep: () => Promise<boolean>;
}

/** What takes longer is looked into: an instance that is awake answers in less. */
const PATIENCE_MS = 1000;

/**
 * Waits for what a caller asked for, and no longer than it takes to see that the instance is asleep. What was
 * sent to it by then may be done once it wakes, as after every time-out.
 *
 * @throws AsleepError where it is
 */
export async function whileAwake<T>(
  work: Promise<T>,
  { instance, isAsleep }: Sleeper,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const ended = work.then(
    () => true,
    () => true,
  );
  for (let patience = patienceMs; ; patience *= 2) {
    const over = new AbortController();
    const late = pause(patience, false, { signal: over.signal }).catch(() => false);
    const isOver = await Promise.race([ended, late]);
    over.abort();
    if (isOver) return work;
    if (await isAsleep()) throw new AsleepError(instance);
  }
}
