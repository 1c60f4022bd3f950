import type { DeploymentPercent } from "./deploymentConfiguration";
import type { EcsServiceValues } from "./values/service";

const DEFAULT_DESIRED_COUNT = 1;
const DEFAULT_PERCENT = { minimumHealthy: 100, maximum: 200 };
const DEFAULT_TIMEOUT_SECONDS = 600;

export function desiredCountOf({ desiredCount }: EcsServiceValues): number {
  return desiredCount ?? DEFAULT_DESIRED_COUNT;
}

export function percentOf(of: EcsServiceValues): DeploymentPercent {
  return {
    minimumHealthy: of.deploymentMinimumHealthyPercent ?? DEFAULT_PERCENT.minimumHealthy,
    maximum: of.deploymentMaximumPercent ?? DEFAULT_PERCENT.maximum,
  };
}

export function timeoutOf({ steadyStateTimeout }: EcsServiceValues): number {
  return steadyStateTimeout ?? DEFAULT_TIMEOUT_SECONDS;
}
