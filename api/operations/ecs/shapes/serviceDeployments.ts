import type { ServiceDeployment, ServiceDeploymentStatus } from "@aws-sdk/client-ecs";
import { clusterArn, serviceDeploymentArn } from "../../../../core/arn";
import { deploymentOf } from "../../../../core/ecs/deployment/current";
import { failureThreshold } from "../../../../core/ecs/deployment/rolloutState";
import type { ReplicaSet } from "../../../../core/ecs/observed/kubernetesObjects";
import { serviceAttributes } from "../../../../core/ecs/service/record";
import { failedDeployment, rolloutOf } from "../../../../core/ecs/service/rollout";
import type { AwsObject, World } from "../../../world/world";
import { given } from "../put";
import { deploymentConfigurationOf } from "./serviceRequest";
import { deploymentDigits } from "../status/deploymentName";
import { completedAt, dateOf, serviceStatus, type DeploymentStatus } from "../status/serviceStatus";

const STATUS = {
  COMPLETED: "SUCCESSFUL",
  IN_PROGRESS: "IN_PROGRESS",
  FAILED: "STOPPED",
} as const satisfies Record<DeploymentStatus["rolloutState"], ServiceDeploymentStatus>;

/** The deployments of a service that the cluster still knows, the latest first. */
export function serviceDeployments(service: AwsObject, world: World): ServiceDeployment[] {
  const { deployments, snapshot } = serviceStatus(service, world);
  const present = new Set(deployments.map(({ deployment }) => deployment));
  const isBack = deployments[0]?.rolloutState === "COMPLETED";
  const earlier = (snapshot?.replicaSets ?? []).filter(
    ({ spec }) => !present.has(deploymentOf(spec.template) ?? ""),
  );
  return [
    ...deployments.map((of) => ({
      ...presentOne(of, service, world),
      ...(of.rolloutState === "FAILED" ? rollbackOf(of.deployment, service, world, isBack) : {}),
    })),
    ...earlier.map((set) => earlierOne(set, service, world, isBack)),
  ].sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0));
}

function namesOf(deployment: string, service: AwsObject, { connection }: World) {
  const { cluster, name } = serviceAttributes(service);
  const of = { cluster, service: name, digits: deploymentDigits(service.arn, deployment) };
  return {
    serviceDeploymentArn: serviceDeploymentArn(connection, "service-deployment", of),
    serviceArn: service.arn,
    clusterArn: clusterArn(connection, cluster),
    revision: serviceDeploymentArn(connection, "service-revision", of),
  };
}

function presentOne(of: DeploymentStatus, service: AwsObject, world: World): ServiceDeployment {
  const { revision, ...names } = namesOf(of.deployment, service, world);
  const isSuperseded = of.status === "ACTIVE" && of.rolloutState === "IN_PROGRESS";
  const status = isSuperseded ? "STOPPED" : STATUS[of.rolloutState];
  const isOver = of.rolloutState !== "IN_PROGRESS";
  const { enable } = serviceAttributes(service).deploymentCircuitBreaker;
  return given({
    ...names,
    status,
    statusReason: of.rolloutState === "FAILED" ? "tasks failed to start." : undefined,
    createdAt: of.createdAt,
    startedAt: of.createdAt,
    updatedAt: of.updatedAt,
    finishedAt: isOver ? of.updatedAt : undefined,
    sourceServiceRevisions: [],
    targetServiceRevision: {
      arn: revision,
      requestedTaskCount: of.desired,
      runningTaskCount: of.running,
      pendingTaskCount: of.pending,
    },
    deploymentConfiguration: deploymentConfigurationOf(service),
    deploymentCircuitBreaker: {
      status: !enable
        ? ("DISABLED" as const)
        : of.rolloutState === "FAILED"
          ? ("TRIGGERED" as const)
          : isOver
            ? ("MONITORING_COMPLETE" as const)
            : ("MONITORING" as const),
      failureCount: of.failed,
      threshold: failureThreshold(of.desired),
    },
  });
}

/** One that has no tasks any more: it was complete at some time, or was given up. */
function earlierOne(
  set: ReplicaSet,
  service: AwsObject,
  world: World,
  isBack: boolean,
): ServiceDeployment {
  const deployment = deploymentOf(set.spec.template) ?? "";
  const { revision, ...names } = namesOf(deployment, service, world);
  const createdAt = dateOf(set.metadata.creationTimestamp) ?? service.createdAt;
  const completed = dateOf(completedAt(service, set));
  return given({
    ...names,
    status: completed === undefined ? ("STOPPED" as const) : ("SUCCESSFUL" as const),
    createdAt,
    startedAt: createdAt,
    updatedAt: completed ?? createdAt,
    finishedAt: completed,
    sourceServiceRevisions: [],
    targetServiceRevision: {
      arn: revision,
      requestedTaskCount: 0,
      runningTaskCount: 0,
      pendingTaskCount: 0,
    },
    deploymentConfiguration: deploymentConfigurationOf(service),
    ...(completed === undefined ? rollbackOf(deployment, service, world, isBack) : {}),
  });
}

/**
 * What a deployment that was rolled back says of it.
 *
 * @param isBack whether all tasks that are wanted now run
 */
function rollbackOf(
  deployment: string,
  service: AwsObject,
  world: World,
  isBack: boolean,
): Pick<ServiceDeployment, "status" | "statusReason" | "rollback"> {
  const attributes = serviceAttributes(service);
  const failure = failedDeployment(attributes, deployment);
  if (failure?.isRolledBack !== true) return {};
  const isLast = rolloutOf(attributes).failed === failure;
  const target = failure.rolledBackTo;
  return {
    status: isBack || !isLast ? "ROLLBACK_SUCCESSFUL" : "ROLLBACK_IN_PROGRESS",
    statusReason: "tasks failed to start.",
    rollback: given({
      reason: "Service deployment rolled back because the circuit breaker threshold was exceeded.",
      startedAt: new Date(failure.at),
      serviceRevisionArn:
        target === undefined ? undefined : namesOf(target, service, world).revision,
    }),
  };
}
