/** What became of a deployment that failed. */
export type BreakerOutcome =
  /** Nothing: Kubernetes goes on trying. */
  | "left"
  /** No more tasks of it are made; those of the deployment before go on, where there was one. */
  | "stopped"
  /** The tasks of the deployment before are made again. */
  | "rolled back";

export interface CircuitBreaker {
  readonly enable: boolean;
  readonly rollback: boolean;
}
