import type { Deployment, Service, ServiceField } from "@aws-sdk/client-ecs";
import { clusterArn } from "../../../../core/arn";
import { serviceAttributes } from "../../../../core/ecs/service/record";
import type { AwsObject, World } from "../../../world/world";
import { statusOf } from "../find/lifetime";
import { given } from "../put";
import { deploymentNumber } from "../status/deploymentName";
import { serviceStatus, type DeploymentStatus } from "../status/serviceStatus";
import { serviceEvents } from "./events";
import { placeOf } from "./launch";
import { deploymentConfigurationOf, echoOf, loadBalancersOf } from "./serviceRequest";
import { tagList } from "./tags";

/** A service as AWS describes it: as it was given, and as the cluster says that it is. */
export function describedService(
  service: AwsObject,
  world: World,
  include: readonly ServiceField[],
): Service {
  const attributes = serviceAttributes(service);
  const { role, schedulingStrategy, deploymentController, ...echo } = echoOf(service);
  const status = statusOf(service);
  const found = serviceStatus(service, world);
  const [primary] = found.deployments;
  const { serviceRegistries, healthCheckGracePeriodSeconds: grace } = attributes;
  const loadBalancers = loadBalancersOf(service);
  return given({
    serviceArn: service.arn,
    serviceName: attributes.name,
    clusterArn: clusterArn(world.connection, attributes.cluster),
    loadBalancers,
    serviceRegistries: serviceRegistries === undefined ? [] : [serviceRegistries],
    status,
    desiredCount: attributes.desiredCount,
    runningCount: found.running,
    pendingCount: found.pending,
    ...placeOf(service, world),
    taskDefinition: primary.taskDefinition,
    deploymentConfiguration: {
      strategy: "ROLLING" as const,
      bakeTimeInMinutes: 0,
      ...deploymentConfigurationOf(service),
    },
    deployments:
      status === "INACTIVE"
        ? []
        : found.deployments.map((of) => describedDeployment(of, service, world)),
    roleArn: role,
    events: status === "INACTIVE" ? [] : serviceEvents(service, world, found),
    createdAt: service.createdAt,
    placementConstraints: echo.placementConstraints ?? [],
    placementStrategy: echo.placementStrategy ?? [],
    networkConfiguration: echo.networkConfiguration,
    healthCheckGracePeriodSeconds: loadBalancers.length === 0 ? undefined : grace,
    schedulingStrategy: schedulingStrategy ?? ("REPLICA" as const),
    deploymentController,
    tags: include.includes("TAGS") ? tagList(attributes.tags) : undefined,
    enableECSManagedTags: echo.enableECSManagedTags ?? false,
    propagateTags: echo.propagateTags ?? ("NONE" as const),
    enableExecuteCommand: echo.enableExecuteCommand ?? false,
    availabilityZoneRebalancing: echo.availabilityZoneRebalancing,
  });
}

function describedDeployment(of: DeploymentStatus, service: AwsObject, world: World): Deployment {
  const echo = echoOf(service);
  const id = deploymentNumber(service.arn, of.deployment);
  return given({
    id,
    status: of.status,
    taskDefinition: of.taskDefinition,
    desiredCount: of.desired,
    pendingCount: of.pending,
    runningCount: of.running,
    failedTasks: of.failed,
    createdAt: of.createdAt,
    updatedAt: of.updatedAt,
    ...placeOf(service, world),
    networkConfiguration: echo.networkConfiguration,
    rolloutState: of.rolloutState,
    rolloutStateReason: reasonOf(of, id),
    serviceConnectConfiguration: echo.serviceConnectConfiguration,
    volumeConfigurations: echo.volumeConfigurations,
  });
}

/** AWS's words. */
export function reasonOf({ rolloutState }: Pick<DeploymentStatus, "rolloutState">, id: string) {
  switch (rolloutState) {
    case "COMPLETED":
      return `ECS deployment ${id} completed.`;
    case "IN_PROGRESS":
      return `ECS deployment ${id} in progress.`;
    case "FAILED":
      return "ECS deployment circuit breaker: tasks failed to start.";
  }
}
