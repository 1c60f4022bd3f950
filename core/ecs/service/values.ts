import type { Unwrap } from "@pulumi/pulumi";
import type { Connection } from "../../outputs/contract";
import type { EcsServiceArgs, ServiceLoadBalancerArgs } from "../../../components/ecs/service/args";
import type { DeploymentPercent } from "./rollout";

/** A service's arguments, resolved; `name` has its default. */
export type EcsServiceValues = Omit<Unwrap<EcsServiceArgs>, "connection" | "name"> & {
  readonly name: string;
};

export type ResolvedService = EcsServiceValues & { readonly connection: Connection };

export type ServiceLoadBalancer = Unwrap<ServiceLoadBalancerArgs>;

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
