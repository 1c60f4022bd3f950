import { setTimeout as pause } from "node:timers/promises";
import type { Operation } from "../world/operation";
import type { Changes } from "./changes";
import type { Performer } from "./perform";

/** So often it looks where nothing changes: some things are due by the time alone. */
const PAUSE_MS = 10_000;
/** So long after a look the next one comes at the earliest: while tasks start, changes come all the time. */
const LEAST_PAUSE_MS = 250;

/**
 * Performs an operation that nobody calls again and again: at the start, and after each change in the
 * instance. Whatever ends the process, the next one finds what is still due.
 */
export class Upkeep {
  private readonly stopping = new AbortController();
  private last = "";
  private readonly running: Promise<void>;

  constructor(
    private readonly performer: Pick<Performer, "perform" | "catchUp">,
    private readonly operation: Operation<object, object>,
    private readonly changes: Changes,
    private readonly tell: (warning: string) => void,
  ) {
    this.running = this.run();
  }

  stop(): Promise<void> {
    this.stopping.abort();
    this.changes.notify();
    return this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const next = pause(LEAST_PAUSE_MS, undefined, { signal }).catch(() => undefined);
      // What changes while it looks, or has to wait, is looked at again.
      const changed = this.changes.next(PAUSE_MS);
      await this.look();
      await Promise.all([changed, next]);
    }
  }

  private async look(): Promise<void> {
    try {
      await this.performer.perform(this.operation, {});
      await this.performer.catchUp();
      this.last = "";
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (why !== this.last) this.tell(`what is due by itself has to wait: ${why}`);
      this.last = why;
    }
  }
}
