import { clusterArn } from "../../arn";
import type { Connection } from "../../connection";
import type { RecordContent } from "../../records/manifest";
import type { ObjectRecord } from "../../records/records";
import type { ConnectModel } from "../serviceConnect/model";
import type { Endpoint } from "../pod/endpoints";
import { deploymentName } from "./manifests";
import { desiredCountOf, percentOf } from "./defaults";
import { triggersOf } from "./model";
import type { ServiceRevision } from "./revision";
import type { ServiceRollout } from "./rollout";
import type { DeploymentCircuitBreakerValues } from "./values";
import type { EcsServiceValues, ResolvedService } from "./values/service";

/** What the record of a service says of it, in the words of its arguments. */
export interface ServiceAttributes extends ServiceRevision {
  /** The cluster's name. */
  readonly cluster: string;
  readonly name: string;
  readonly desiredCount: number;
  readonly deploymentMinimumHealthyPercent: number;
  readonly deploymentMaximumPercent: number;
  readonly deploymentCircuitBreaker: DeploymentCircuitBreakerValues;
  readonly settlingSeconds?: number;
  /** The local ports that lead to its tasks; absent where none does. */
  readonly endpoints?: readonly Endpoint[];
  readonly serviceConnectConfiguration?: NonNullable<
    EcsServiceValues["serviceConnectConfiguration"]
  >;
  readonly tags: Readonly<Record<string, string>>;
  /** How its deployments went; absent before the first has ended, and where a program made it. */
  readonly rollout?: ServiceRollout;
  /** When somebody changed it last; absent where a program made it. */
  readonly updatedAt?: string;
  /** Absent on what a Pulumi program made, which is always ACTIVE. */
  readonly status?: string;
}

/** Whether a service has ended: its record is kept for a while, and it has no tasks. */
export function hasEnded({ status = "ACTIVE" }: Pick<ServiceAttributes, "status">): boolean {
  return status !== "ACTIVE";
}

/** The key of a service's record. */
export function serviceKey(of: { readonly cluster: string; readonly name: string }): string {
  return `svc-${deploymentName(of)}`;
}

/** What is known of a service beside its arguments. */
export interface RecordedParts {
  /** For each of `loadBalancers` whether the container port bears the group's name. */
  readonly namedPorts: readonly boolean[];
  /** The local ports that lead to its tasks. */
  readonly endpoints: readonly Endpoint[];
  /** What Service Connect makes of it, where it is enabled. */
  readonly connect?: ConnectModel | undefined;
}

/** The record of a service. */
export function serviceRecord(
  of: EcsServiceValues,
  cluster: string,
  arn: string,
  { namedPorts, endpoints, connect }: RecordedParts,
): RecordContent<ServiceAttributes> {
  const { minimumHealthy, maximum } = percentOf(of);
  return {
    key: serviceKey({ cluster, name: of.name }),
    arn,
    attributes: {
      cluster,
      name: of.name,
      desiredCount: desiredCountOf(of),
      taskDefinition: of.taskDefinition,
      loadBalancers: of.loadBalancers ?? [],
      deploymentMinimumHealthyPercent: minimumHealthy,
      deploymentMaximumPercent: maximum,
      deploymentCircuitBreaker: of.deploymentCircuitBreaker ?? { enable: false, rollback: false },
      healthCheckGracePeriodSeconds: of.healthCheckGracePeriodSeconds ?? 0,
      ...(of.settlingSeconds === undefined ? {} : { settlingSeconds: of.settlingSeconds }),
      ...(of.serviceRegistries === undefined ? {} : { serviceRegistries: of.serviceRegistries }),
      ...(of.serviceConnectConfiguration === undefined
        ? {}
        : { serviceConnectConfiguration: of.serviceConnectConfiguration }),
      ...(connect === undefined ? {} : { connect }),
      ...triggersOf(of),
      ...(endpoints.length === 0 ? {} : { endpoints }),
      ...(namedPorts.includes(false) ? { namedPorts } : {}),
      tags: of.tags ?? {},
    },
  };
}

/** What the record of a service says of it. */
export function serviceAttributes({
  attributes,
}: Pick<ObjectRecord, "attributes">): ServiceAttributes {
  return attributes as unknown as ServiceAttributes;
}

/** The arguments of the service that a record is of, as far as its Deployment is made of them. */
export function recordedValues(attributes: ServiceAttributes, scope: Connection): ResolvedService {
  return {
    ...attributes,
    connection: scope,
    cluster: clusterArn(scope, attributes.cluster),
    forceNewDeployment: attributes.triggers !== undefined,
  };
}
