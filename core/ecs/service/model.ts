import { nameFromArn } from "../../arn";
import type { TargetGroupValues } from "../../lb/targetGroup/values";
import { registryLabels } from "../../servicediscovery/registry";
import type { TaskModel } from "../pod/model";
import type { ConnectModel } from "../serviceConnect/model";
import { desiredCountOf, percentOf } from "./defaults";
import { deploymentConfiguration } from "./deploymentConfiguration";
import type { FrameModel, ServiceModel } from "./manifests";
import type { EcsServiceValues, ResolvedService } from "./values/service";

export function clusterOf(of: Pick<EcsServiceValues, "cluster">): string {
  return nameFromArn("cluster", of.cluster) ?? "";
}

function registriesOf(of: EcsServiceValues): string[] {
  return of.serviceRegistries === undefined ? [] : [of.serviceRegistries.registryArn];
}

/** What a service's Deployment is made of besides the tasks. */
export function frameModel(of: EcsServiceValues): FrameModel {
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
  readonly task: TaskModel;
  readonly secretsVersion: string;
  /** In the order of `loadBalancers`; undefined for one that is not there. */
  readonly groups: readonly (TargetGroupValues | undefined)[];
  /** Whether the container port of a target group bears the group's name. */
  readonly isNamed: (index: number) => boolean;
  /** What Service Connect makes of it, where it is enabled. */
  readonly connect?: ConnectModel | undefined;
}

/** What a service's Deployment is made of. */
export function serviceModel(
  of: ResolvedService,
  { task, secretsVersion, groups, isNamed, connect }: ServiceParts,
): ServiceModel {
  return {
    ...frameModel(of),
    connection: of.connection,
    ...(of.settlingSeconds === undefined ? {} : { settlingSeconds: of.settlingSeconds }),
    healthCheckGracePeriod: of.healthCheckGracePeriodSeconds ?? 0,
    task,
    secretsVersion,
    targets: (of.loadBalancers ?? []).flatMap(({ containerName, containerPort }, i) => {
      const group = groups[i];
      return group === undefined
        ? []
        : [{ group, containerName, containerPort, named: isNamed(i) }];
    }),
    discovery: registryLabels(...registriesOf(of)),
    ...(connect === undefined ? {} : { connect }),
    ...triggersOf(of),
  };
}

/** The triggers of a service, where they count. */
export function triggersOf(of: EcsServiceValues): Pick<ServiceModel, "triggers"> {
  const { forceNewDeployment, triggers } = of;
  return forceNewDeployment === true && triggers !== undefined ? { triggers } : {};
}
