import { randomBytes } from "node:crypto";
import type { Connection } from "../../core/connection";
import type { Changes } from "./changes";
import { isSettled } from "./settled";
import { StaleWorldError, type Store } from "../store/store";
import type { Operation } from "../world/operation";
import type { ClusterState, World } from "../world/world";

/** What operations are performed on. */
export interface Instance {
  readonly connection: Connection;
  readonly store: Store;
  readonly cluster: () => ClusterState;
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

  constructor(private readonly instance: Instance) {}

  async perform<Input, Output>(operation: Operation<Input, Output>, input: Input): Promise<Output> {
    const mine = this.last.catch(() => undefined).then(() => this.commit(operation, input));
    this.last = mine;
    const { output, hasChanged } = await mine;
    if (hasChanged) await this.instance.reconcile();
    return output;
  }

  /**
   * Performs an operation that AWS's waiters ask for again and again, with a pause of 15 seconds between: a
   * first answer that says that all is well, if it is so within ten seconds, saves the pause.
   */
  async performForWaiter<Input, Output extends object>(
    operation: Operation<Input, Output>,
    input: Input,
  ): Promise<Output> {
    const deadline = Date.now() + HOLD_MS;
    for (;;) {
      const output = await this.perform(operation, input);
      const left = deadline - Date.now();
      if (isSettled(output) || left <= 0) return output;
      await this.instance.changes.next(left);
    }
  }

  private async commit<Input, Output>(operation: Operation<Input, Output>, input: Input) {
    for (let tries = 1; ; tries += 1) {
      const { output, changes = [] } = operation(input, this.world());
      if (changes.length === 0) return { output, hasChanged: false };
      try {
        await this.instance.store.commit(changes);
        return { output, hasChanged: true };
      } catch (error) {
        if (!(error instanceof StaleWorldError) || tries === MOST_TRIES) throw error;
      }
    }
  }

  private world(): World {
    const { connection, store, cluster } = this.instance;
    return {
      connection,
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
