import type { RecordChange } from "../world/operation";
import type { AwsObject } from "../world/world";

/** Where the objects of an instance are kept. */
export interface Store {
  /** All of them, with what was committed last. */
  objects(): readonly AwsObject[];
  /**
   * Makes all changes of an operation, or none.
   *
   * @throws StaleWorldError where somebody else changed the one record since it was read
   */
  commit(changes: readonly RecordChange[]): Promise<void>;
}

/** Somebody changed a record that an operation was about to change: it has to look once more. */
export class StaleWorldError extends Error {
  constructor(name: string) {
    super(`record "${name}" was changed meanwhile`);
    this.name = "StaleWorldError";
  }
}
