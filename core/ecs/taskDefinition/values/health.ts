/**
 * Health check of a container.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
 */
export interface ContainerHealthCheckValues {
  /**
   * The command that runs in the container, which is healthy if it ends with exit code 0:
   * `["CMD", program, …]`, `["CMD-SHELL", text]` for `/bin/sh`, or `["NONE"]`. Without one of these
   * words KECS runs it as with `CMD`, with a warning.
   */
  readonly command: readonly string[];
  /** Seconds between two checks, 5 to 300. @default 30 */
  readonly interval?: number | undefined;
  /** Seconds after which a check has failed, 2 to 60. @default 5 */
  readonly timeout?: number | undefined;
  /** Failed checks in a row that make the container unhealthy, 1 to 10. @default 3 */
  readonly retries?: number | undefined;
  /** Seconds after the start in which failed checks do not count, 0 to 300. @default 0 */
  readonly startPeriod?: number | undefined;
}

/** A container that another one waits for. */
export interface ContainerDependencyValues {
  readonly containerName: string;
  /**
   * What to wait for: `START`, `HEALTHY` (by its health check), `COMPLETE` (it ended) or `SUCCESS`
   * (it ended with 0).
   *
   * Locally: `COMPLETE` waits for an end with 0 too.
   */
  readonly condition: string;
}
