import type { KubeObject } from "../kubeObject";

/** An object exists, but is not as it should be. */
export class AwaitError extends Error {
  constructor(
    message: string,
    readonly object: KubeObject,
    readonly problems: readonly string[],
  ) {
    super(message);
  }

  /** The message and everything that was found to be wrong. */
  get reasons(): string[] {
    return [...new Set([this.message, ...this.problems])];
  }
}
