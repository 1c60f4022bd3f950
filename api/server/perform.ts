import { randomBytes } from "node:crypto";
import type { Connection } from "../../core/connection";
import type { Changes } from "./changes";
import { isSettled } from "./settled";
import { StaleWorldError, type Store } from "../store/store";
import {
  isOfRecord,
  type Change,
  type LogPart,
  type Operation,
  type PodManifest,
} from "../world/operation";
import type { ClusterState, World } from "../world/world";

/** What operations are performed on. */
export interface Instance {
  readonly connection: Connection;
  readonly isStrict: boolean;
  readonly store: Store;
  readonly cluster: () => ClusterState;
  readonly pods: {
    /** Returns when the cluster tells of it. */
    readonly make: (manifest: PodManifest) => Promise<void>;
    readonly remove: (name: string) => Promise<void>;
  };
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
    if (hasChanged) await this.instance.reconcile();
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

  private async commit<Input, Output>(
    operation: Operation<Input, Output>,
    input: Input,
    region: string,
  ) {
    for (let tries = 1; ; tries += 1) {
      const { changes = [], ...answer } = operation(input, this.world(region));
      const ofRecords = changes.filter(isOfRecord);
      try {
        if (ofRecords.length > 0) await this.instance.store.commit(ofRecords);
        for (const change of changes) await this.changePod(change);
        return { ...answer, hasChanged: ofRecords.length > 0 };
      } catch (error) {
        if (!(error instanceof StaleWorldError) || tries === MOST_TRIES) throw error;
      }
    }
  }

  private async changePod(change: Change): Promise<void> {
    const { pods } = this.instance;
    if (change.kind === "makePod") await pods.make(change.manifest);
    if (change.kind === "removePod") await pods.remove(change.name);
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
