/** How many tasks there may be during a deployment, in percent of those that are wanted. */
export interface DeploymentPercent {
  readonly minimumHealthy: number;
  readonly maximum: number;
}

/** The same in tasks: how many may start before others stop, and stop before others have started. */
export interface DeploymentConfiguration {
  readonly maxSurge: number;
  readonly maxUnavailable: number;
}

/** Far more tasks than a service can have, and few enough for Kubernetes' numbers of 32 bits. */
const MOST_SURGE = 1_000_000;

/**
 * ECS rounds the minimum up and the maximum down.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
export function deploymentConfiguration(
  desiredCount: number,
  percent: DeploymentPercent,
): DeploymentConfiguration {
  return {
    maxSurge: Math.min(
      Math.max(0, Math.floor((desiredCount * percent.maximum) / 100) - desiredCount),
      MOST_SURGE,
    ),
    maxUnavailable: desiredCount - Math.ceil((desiredCount * percent.minimumHealthy) / 100),
  };
}

/** Whether a deployment could do nothing: neither start a task nor stop one. */
export function isStuck(
  desiredCount: number,
  { maxSurge, maxUnavailable }: DeploymentConfiguration,
): boolean {
  return desiredCount > 0 && maxSurge === 0 && maxUnavailable === 0;
}
