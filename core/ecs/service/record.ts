import type { RecordContent } from "../../records/manifest";
import { deploymentName } from "./manifests";
import { desiredCountOf, percentOf } from "./defaults";
import type { EcsServiceValues } from "./values/service";

/** The record of a service, in the words of its arguments. */
export function serviceRecord(of: EcsServiceValues, cluster: string, arn: string): RecordContent {
  const { minimumHealthy, maximum } = percentOf(of);
  return {
    key: `svc-${deploymentName({ cluster, name: of.name })}`,
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
      ...(of.serviceRegistries === undefined ? {} : { serviceRegistries: of.serviceRegistries }),
      ...(of.serviceConnectConfiguration === undefined
        ? {}
        : { serviceConnectConfiguration: of.serviceConnectConfiguration }),
      tags: of.tags ?? {},
    },
  };
}
