/** What is known of a condition's surroundings. */
export interface ConditionContext {
  /** Whether the load balancer takes the source address out of a header. */
  readonly simulateSourceIp?: boolean;
}
