import type {
  ServiceDeployment,
  ServiceDeploymentStatus,
  ServiceRevisionSummary,
} from "@aws-sdk/client-ecs";
import { clusterArn, serviceDeploymentArn } from "../../../../core/arn";
import { deploymentOf } from "../../../../core/ecs/deployment/current";
import { failureThreshold } from "../../../../core/ecs/deployment/rolloutState";
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

/** The deployments of a service that the cluster or its record still knows, the latest first. */
export function serviceDeployments(service: AwsObject, world: World): ServiceDeployment[] {
  const { deployments, snapshot } = serviceStatus(service, world);
  const present = new Set(deployments.map(({ deployment }) => deployment));
  const isBack = deployments[0].rolloutState === "COMPLETED";
  const recorded = rolloutOf(serviceAttributes(service)).replaced ?? [];
  const earlier = new Map([
    ...recorded.map(({ deployment, createdAt }) => [deployment, createdAt] as const),
    ...(snapshot?.replicaSets ?? []).map(
      ({ metadata, spec }) =>
        [deploymentOf(spec.template) ?? "", metadata.creationTimestamp] as const,
    ),
  ]);
  return [
    ...deployments.map((of) => ({
      ...presentOne(of, service, world),
      ...(of.rolloutState === "FAILED" ? rollbackOf(of.deployment, service, world, isBack) : {}),
    })),
    ...[...earlier]
      .filter(([deployment]) => !present.has(deployment))
      .map(([deployment, createdAt]) =>
        earlierOne({ deployment, createdAt }, service, world, isBack),
      ),
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

/** The revisions that a deployment replaced, with the tasks that are left of them. */
function sourcesOf(deployment: string, service: AwsObject, world: World): ServiceRevisionSummary[] {
  const { deployments } = serviceStatus(service, world);
  const replaced = rolloutOf(serviceAttributes(service)).replaced ?? [];
  return replaced
    .filter(({ by }) => by === deployment)
    .map((source) => {
      const left = deployments.find((of) => of.deployment === source.deployment);
      return {
        arn: namesOf(source.deployment, service, world).revision,
        requestedTaskCount: left?.desired ?? 0,
        runningTaskCount: left?.running ?? 0,
        pendingTaskCount: left?.pending ?? 0,
      };
    });
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
    sourceServiceRevisions: sourcesOf(of.deployment, service, world),
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
  of: { readonly deployment: string; readonly createdAt: string | undefined },
  service: AwsObject,
  world: World,
  isBack: boolean,
): ServiceDeployment {
  const { deployment } = of;
  const { revision, ...names } = namesOf(deployment, service, world);
  const createdAt = dateOf(of.createdAt) ?? service.createdAt;
  const { snapshot } = serviceStatus(service, world);
  const completed = dateOf(completedAt(service, deployment, snapshot));
  return given({
    ...names,
    status: completed === undefined ? ("STOPPED" as const) : ("SUCCESSFUL" as const),
    createdAt,
    startedAt: createdAt,
    updatedAt: completed ?? createdAt,
    finishedAt: completed,
    sourceServiceRevisions: sourcesOf(deployment, service, world),
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
