import type { Change } from "../world/operation";
import type { AwsObject } from "../world/world";

/** Where the objects of an instance are kept. */
export interface Store {
  /** All of them, with what was committed last. */
  objects(): readonly AwsObject[];
  /** Finishes what a commit was at that failed, so that nobody sees half of it; whether there was any. */
  settle(): Promise<boolean>;
  /**
   * Makes all changes of an operation, or none; returns when the cluster tells of its pods.
   *
   * @throws StaleWorldError where somebody else changed the one record since it was read
   */
  commit(changes: readonly Change[]): Promise<void>;
}

/** Somebody changed a record that an operation was about to change: it has to look once more. */
export class StaleWorldError extends Error {
  constructor(name: string) {
    super(`record "${name}" was changed meanwhile`);
    this.name = "StaleWorldError";
  }
}
