import type { Operation } from "../world/operation";
import type { Changes } from "./changes";
import type { Performer } from "./perform";

/** So often it looks where nothing changes: some things are due by the time alone. */
const PAUSE_MS = 10_000;

/**
 * Performs an operation that nobody calls again and again: at the start, and after each change in the
 * instance. Whatever ends the process, the next one finds what is still due.
 */
export class Upkeep {
  private isStopped = false;
  private last = "";
  private readonly running: Promise<void>;

  constructor(
    private readonly performer: Pick<Performer, "perform">,
    private readonly operation: Operation<object, object>,
    private readonly changes: Changes,
    private readonly tell: (warning: string) => void,
  ) {
    this.running = this.run();
  }

  stop(): Promise<void> {
    this.isStopped = true;
    this.changes.notify();
    return this.running;
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      // What changes while it looks is looked at again.
      const changed = this.changes.next(PAUSE_MS);
      await this.look();
      await changed;
    }
  }

  private async look(): Promise<void> {
    try {
      await this.performer.perform(this.operation, {});
      this.last = "";
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (why !== this.last) this.tell(`what is due by itself has to wait: ${why}`);
      this.last = why;
    }
  }
}
