import type {
  ListServiceDeploymentsRequest,
  ListServiceDeploymentsResponse,
  ServiceDeployment,
  ServiceDeploymentBrief,
} from "@aws-sdk/client-ecs";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { activeCluster, nameOf } from "./find/clusters";
import { findService } from "./find/services";
import { pageOf } from "./page";
import { given } from "./put";
import { serviceDeployments } from "./shapes/serviceDeployments";

export const listServiceDeployments: Operation<
  ListServiceDeploymentsRequest,
  ListServiceDeploymentsResponse
> = (input, world) => {
  const { status = [], createdAt = {} } = input;
  const service = findService(
    world,
    nameOf(activeCluster(world, input.cluster)),
    input.service ?? "",
  );
  if (service === undefined) throw new AwsError("ServiceNotFoundException", "Service not found.");
  const found = serviceDeployments(service, world).filter((of) => {
    const at = of.createdAt?.getTime() ?? 0;
    return (
      (status.length === 0 || (of.status !== undefined && status.includes(of.status))) &&
      (createdAt.after === undefined || at >= createdAt.after.getTime()) &&
      (createdAt.before === undefined || at <= createdAt.before.getTime())
    );
  });
  const { items, ...next } = pageOf(found, input, { keyOf, size: 20, isDescending: true });
  return { output: { serviceDeployments: items.map(briefOf), ...next } };
};

function keyOf({ createdAt, serviceDeploymentArn = "" }: ServiceDeployment): string {
  return `${createdAt?.toISOString() ?? ""}/${serviceDeploymentArn}`;
}

function briefOf(of: ServiceDeployment): ServiceDeploymentBrief {
  return given({
    serviceDeploymentArn: of.serviceDeploymentArn,
    serviceArn: of.serviceArn,
    clusterArn: of.clusterArn,
    startedAt: of.startedAt,
    createdAt: of.createdAt,
    finishedAt: of.finishedAt,
    targetServiceRevisionArn: of.targetServiceRevision?.arn,
    status: of.status,
    statusReason: of.statusReason,
  });
}
