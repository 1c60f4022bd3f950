import { randomBytes } from "node:crypto";
import type { Connection } from "../../core/connection";
import type { Changes } from "./changes";
import { isSettled } from "./settled";
import { StaleWorldError, type Store } from "../store/store";
import { isOfRecord, type LogPart, type Operation } from "../world/operation";
import type { ClusterState, World } from "../world/world";

/** What operations are performed on. */
export interface Instance {
  readonly connection: Connection;
  readonly isStrict: boolean;
  readonly store: Store;
  readonly cluster: () => ClusterState;
  readonly readLog: (part: LogPart) => Promise<string>;
  /** Returns when the cluster is what the records say. */
  readonly reconcile: () => Promise<void>;
  readonly changes: Pick<Changes, "next">;
}

const MOST_TRIES = 5;
/** Less than the pause between two polls of a waiter, and than the time-out of its client. */
const HOLD_MS = 10_000;

/**
 * Performs operations: those that change something one after the other, and each returns when its effect is
 * there.
 */
export class Performer {
  private last: Promise<unknown> = Promise.resolve();
  /** How many times records may have changed, and how many of them the cluster's objects show. */
  private changed = 0;
  private shown = 0;

  constructor(private readonly instance: Instance) {}

  /** @param region that which the caller asks in */
  async perform<Input, Output>(
    operation: Operation<Input, Output>,
    input: Input,
    region = this.instance.connection.region,
  ): Promise<Output> {
    const mine = this.last.catch(() => undefined).then(() => this.commit(operation, input, region));
    this.last = mine;
    const { output, outputAfter, reading, hasChanged } = await mine;
    if (hasChanged) await this.reconcile();
    if (reading !== undefined) {
      return reading.output(await Promise.all(reading.logs.map(this.instance.readLog)));
    }
    return outputAfter?.(this.world(region)) ?? output;
  }

  /**
   * Performs an operation that AWS's waiters ask for again and again, with a pause of 15 seconds between: a
   * first answer that says that all is well, if it is so within ten seconds, saves the pause.
   */
  async performForWaiter<Input, Output extends object>(
    operation: Operation<Input, Output>,
    input: Input,
    region?: string,
  ): Promise<Output> {
    const deadline = Date.now() + HOLD_MS;
    for (;;) {
      const output = await this.perform(operation, input, region);
      const left = deadline - Date.now();
      if (isSettled(output) || left <= 0) return output;
      await this.instance.changes.next(left);
    }
  }

  /** Makes the cluster what the records say, where an operation that failed did not. */
  async catchUp(): Promise<void> {
    if (this.shown < this.changed) await this.reconcile();
  }

  private async reconcile(): Promise<void> {
    const { changed } = this;
    await this.instance.reconcile();
    this.shown = Math.max(this.shown, changed);
  }

  private async commit<Input, Output>(
    operation: Operation<Input, Output>,
    input: Input,
    region: string,
  ) {
    const { store } = this.instance;
    for (let tries = 1; ; tries += 1) {
      if (await store.settle()) this.changed += 1;
      const { changes = [], ...answer } = operation(input, this.world(region));
      const hasChanged = changes.some(isOfRecord);
      try {
        if (changes.length > 0) await store.commit(changes);
        return { ...answer, hasChanged };
      } catch (error) {
        if (!(error instanceof StaleWorldError) || tries === MOST_TRIES) throw error;
      } finally {
        // Whatever came of it: what nobody answered to may be done.
        if (hasChanged) this.changed += 1;
      }
    }
  }

  /** All that is known at this moment. */
  world(region = this.instance.connection.region): World {
    const { connection, isStrict, store, cluster } = this.instance;
    return {
      connection,
      isStrict,
      region,
      objects: store.objects(),
      cluster: cluster(),
      now: new Date(),
      randomHex: (length) =>
        randomBytes(Math.ceil(length / 2))
          .toString("hex")
          .slice(0, length),
    };
  }
}
