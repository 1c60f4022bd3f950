import { nameFromArn } from "../../../core/arn";
import type { TaskDefinitionEntry } from "../../controlPlane/entries";
import { findTargetGroup } from "../../controlPlane/targetGroups";
import { findTaskDefinition } from "../../controlPlane/taskDefinitions";
import { registryLabels } from "../../../core/servicediscovery/registry";
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

/**
 * What a service's Deployment is made of; `isNamed` tells whether the container port of a target
 * group bears its name.
 */
export function serviceModel(
  of: ResolvedService,
  definition: TaskDefinitionEntry,
  secretsVersion: string,
  isNamed: (index: number) => boolean,
): ServiceModel {
  return {
    ...frameModel(of),
    connection: of.connection,
    ...(of.settlingSeconds === undefined ? {} : { settlingSeconds: of.settlingSeconds }),
    healthCheckGracePeriod: of.healthCheckGracePeriodSeconds ?? 0,
    task: definition.model,
    secretsVersion,
    targets: (of.loadBalancers ?? []).map(
      ({ targetGroupArn, containerName, containerPort }, i) => ({
        // A target group of another stack is known by its name alone; its tasks get AWS's check.
        group: findTargetGroup(targetGroupArn)?.values ?? {
          name: nameFromArn("targetGroup", targetGroupArn) ?? "",
        },
        containerName,
        containerPort,
        named: isNamed(i),
      }),
    ),
    discovery: registryLabels(...registriesOf(of)),
    ...(of.forceNewDeployment === true && of.triggers !== undefined
      ? { triggers: of.triggers }
      : {}),
  };
}
