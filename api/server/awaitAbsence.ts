import { setTimeout as pause } from "node:timers/promises";

/** How often a cluster is looked at, and after how long a silence nobody waits for it any more. */
export interface Patience {
  readonly everyMs: number;
  readonly silenceMs: number;
}

const PATIENCE: Patience = { everyMs: 15_000, silenceMs: 600_000 };

/**
 * Returns when a cluster has not answered for ten minutes: it was stopped or removed by other means.
 *
 * @param isThere whether it answers, or will by itself, as one does that is asleep
 */
export async function awaitAbsence(
  isThere: () => boolean | Promise<boolean>,
  signal: AbortSignal,
  { everyMs, silenceMs }: Patience = PATIENCE,
): Promise<void> {
  for (let silent = 0; silent < silenceMs;) {
    await pause(everyMs, undefined, { signal, ref: false });
    silent = (await isThere()) ? 0 : silent + everyMs;
  }
}
