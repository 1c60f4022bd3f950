import { nameFromArn } from "../../../core/arn";
import type { TaskDefinitionEntry } from "../../controlPlane/entries";
import { findTaskDefinition } from "../../controlPlane/taskDefinitions";
import { registryLabels } from "../../../core/servicediscovery/registry";
import type { TargetGroupValues } from "../../../core/lb/targetGroup/values";
import type { FrameModel, ServiceModel } from "../../../core/ecs/service/manifests";
import { deploymentConfiguration } from "../../../core/ecs/service/deploymentConfiguration";
import { desiredCountOf, percentOf } from "../../../core/ecs/service/defaults";
import type { EcsServiceValues, ResolvedService } from "../../../core/ecs/service/values/service";

export function taskDefinitionOf(of: EcsServiceValues): TaskDefinitionEntry | undefined {
  return findTaskDefinition(of.taskDefinition);
}

export function clusterOf(of: EcsServiceValues): string {
  return nameFromArn("cluster", of.cluster) ?? "";
}

function registriesOf(of: EcsServiceValues): string[] {
  return of.serviceRegistries === undefined ? [] : [of.serviceRegistries.registryArn];
}

/** What a service's Deployment is made of besides the tasks. */
export function frameModel(of: ResolvedService): FrameModel {
  const desiredCount = desiredCountOf(of);
  return {
    cluster: clusterOf(of),
    name: of.name,
    desiredCount,
    rollout: deploymentConfiguration(desiredCount, percentOf(of)),
  };
}

/** What a service's Deployment is made of besides its arguments. */
export interface ServiceParts {
  readonly definition: TaskDefinitionEntry;
  readonly secretsVersion: string;
  /** In the order of `loadBalancers`. */
  readonly groups: readonly TargetGroupValues[];
  /** Whether the container port of a target group bears the group's name. */
  readonly isNamed: (index: number) => boolean;
}

/** What a service's Deployment is made of. */
export function serviceModel(
  of: ResolvedService,
  { definition, secretsVersion, groups, isNamed }: ServiceParts,
): ServiceModel {
  return {
    ...frameModel(of),
    connection: of.connection,
    ...(of.settlingSeconds === undefined ? {} : { settlingSeconds: of.settlingSeconds }),
    healthCheckGracePeriod: of.healthCheckGracePeriodSeconds ?? 0,
    task: definition.model,
    secretsVersion,
    targets: groups.map((group, i) => ({
      group,
      containerName: of.loadBalancers?.[i]?.containerName ?? "",
      containerPort: of.loadBalancers?.[i]?.containerPort ?? 0,
      named: isNamed(i),
    })),
    discovery: registryLabels(...registriesOf(of)),
    ...(of.forceNewDeployment === true && of.triggers !== undefined
      ? { triggers: of.triggers }
      : {}),
  };
}
