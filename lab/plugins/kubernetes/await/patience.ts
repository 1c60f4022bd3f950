import { setTimeout as delay } from "node:timers/promises";

const firstPauseMilliseconds = 60;
const longestPauseMilliseconds = 500;
const reportEveryMilliseconds = 5000;

/** How long something is waited for, and how often it is looked at. */
export class Patience {
  readonly #deadline: number;
  #pauseMilliseconds = firstPauseMilliseconds;
  #nextReport = Date.now() + reportEveryMilliseconds;

  constructor(
    timeoutSeconds: number,
    private readonly signal: AbortSignal,
  ) {
    this.#deadline = Date.now() + timeoutSeconds * 1000;
  }

  get isCancelled(): boolean {
    return this.signal.aborted;
  }

  get isOver(): boolean {
    return Date.now() >= this.#deadline;
  }

  /** True once every few seconds. */
  isReportDue(): boolean {
    if (Date.now() < this.#nextReport) return false;
    this.#nextReport += reportEveryMilliseconds;
    return true;
  }

  /** Waits until the next look, a little longer each time, or until the operation is cancelled. */
  async pause(): Promise<void> {
    const remaining = Math.max(0, this.#deadline - Date.now());
    const pause = Math.min(this.#pauseMilliseconds, remaining);
    this.#pauseMilliseconds = Math.min(this.#pauseMilliseconds * 1.5, longestPauseMilliseconds);
    await delay(pause, undefined, { signal: this.signal }).catch(() => undefined);
  }
}
