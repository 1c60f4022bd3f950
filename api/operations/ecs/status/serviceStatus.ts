import { currentDeployment, awaitedDeployment } from "./wanted";
import { deploymentOf } from "../../../../core/ecs/deployment/current";
import { COMPLETED_ANNOTATION } from "../../../../core/ecs/deployment/lastCompletedDeployment";
import { rolloutState } from "../../../../core/ecs/deployment/rolloutState";
import { snapshotIn, type Snapshot } from "../../../../core/ecs/deployment/snapshot";
import { taskMetadataOf } from "../../../../core/ecs/observed/containersMetadata";
import { FAILED_ANNOTATION } from "../../../../core/ecs/observed/deploymentId";
import { failuresOf } from "../../../../core/ecs/observed/failureCount";
import { isReady } from "../../../../core/ecs/observed/isReady";
import { isLive, type Pod } from "../../../../core/ecs/observed/kubernetesObjects";
import { deploymentName } from "../../../../core/ecs/service/manifests";
import { serviceAttributes } from "../../../../core/ecs/service/record";
import {
  failedDeployment,
  rolloutOf,
  stoppedDeployment,
  type FailedDeployment,
} from "../../../../core/ecs/service/rollout";
import type { AwsObject, World } from "../../../world/world";

/** A deployment of a service that has tasks, or is to have them. */
export interface DeploymentStatus {
  /** What its pods are called. */
  readonly deployment: string;
  /** PRIMARY is the one that is wanted now, ACTIVE are earlier ones that still have tasks. */
  readonly status: "PRIMARY" | "ACTIVE";
  readonly taskDefinition: string;
  readonly desired: number;
  readonly running: number;
  readonly pending: number;
  readonly failed: number;
  readonly rolloutState: "COMPLETED" | "IN_PROGRESS" | "FAILED";
  readonly createdAt: Date;
  /** When its tasks were steady, or when it was made. */
  readonly updatedAt: Date;
}

/** What the cluster says of a service. */
export interface ServiceStatus {
  readonly snapshot: Snapshot | undefined;
  /** The PRIMARY one first. */
  readonly deployments: readonly [DeploymentStatus, ...DeploymentStatus[]];
  readonly running: number;
  readonly pending: number;
}

export function serviceStatus(service: AwsObject, world: World): ServiceStatus {
  const snapshot = snapshotIn(world.cluster, deploymentName(serviceAttributes(service)));
  const awaited = awaitedDeployment(service, world, snapshot?.deployment);
  const live = (snapshot?.pods ?? []).filter(isLive);
  const primary =
    awaited === undefined && snapshot !== undefined
      ? (stoppedOne(service, snapshot) ?? presentOne(service, world, snapshot))
      : awaitedOne(service, awaited ?? "");
  const earlier = [...new Set(live.map((pod) => deploymentOf(pod) ?? ""))]
    .filter((deployment) => deployment !== primary.deployment)
    .map((deployment) => earlierOne(service, world, { deployment, snapshot, live }))
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  const running = live.filter(isReady).length;
  return {
    snapshot,
    deployments: [primary, ...earlier],
    running,
    pending: live.length - running,
  };
}

/** A deployment of which the cluster knows nothing yet. */
function awaitedOne(service: AwsObject, deployment: string): DeploymentStatus {
  const { taskDefinition, desiredCount } = serviceAttributes(service);
  const at = changedAt(service);
  return {
    deployment,
    status: "PRIMARY",
    taskDefinition,
    desired: desiredCount,
    running: 0,
    pending: 0,
    failed: 0,
    rolloutState: "IN_PROGRESS",
    createdAt: at,
    updatedAt: at,
  };
}

/** The deployment that the circuit breaker stopped, where the cluster works on the one before. */
function stoppedOne(service: AwsObject, snapshot: Snapshot): DeploymentStatus | undefined {
  const attributes = serviceAttributes(service);
  const stopped = stoppedDeployment(attributes);
  if (stopped === undefined) return undefined;
  const { deployment, taskDefinition, failures } = stopped;
  if (deployment === currentDeployment(snapshot.deployment)) return undefined;
  const own = snapshot.pods.filter((pod) => isLive(pod) && deploymentOf(pod) === deployment);
  return {
    deployment,
    status: "PRIMARY",
    taskDefinition,
    desired: attributes.desiredCount,
    ...counts(own),
    failed: failures,
    rolloutState: "FAILED",
    ...timesOf(service, deployment, snapshot),
  };
}

function changedAt({ attributes, createdAt }: AwsObject): Date {
  const text = attributes["updatedAt"];
  return typeof text === "string" ? new Date(text) : createdAt;
}

/** The deployment that the cluster works on. */
function presentOne(service: AwsObject, world: World, snapshot: Snapshot): DeploymentStatus {
  const { desiredCount, taskDefinition } = serviceAttributes(service);
  const { deployment: object, pods } = snapshot;
  const deployment = currentDeployment(object);
  const own = pods.filter((pod) => isLive(pod) && deploymentOf(pod) === deployment);
  return {
    deployment,
    status: "PRIMARY",
    taskDefinition: definitionOf(object.spec.template.metadata) ?? taskDefinition,
    desired: desiredCount,
    ...counts(own),
    failed: failedOne(service, deployment)?.failures ?? failuresIn(own, world),
    rolloutState: stateOf(service, deployment, world, snapshot),
    ...timesOf(service, deployment, snapshot),
  };
}

/** A deployment as the one that the circuit breaker gave up, if it is that. */
function failedOne(service: AwsObject, deployment: string): FailedDeployment | undefined {
  const { failed } = rolloutOf(serviceAttributes(service));
  return failed?.deployment === deployment ? failed : undefined;
}

function stateOf(
  service: AwsObject,
  deployment: string,
  { now }: World,
  snapshot: Snapshot,
): DeploymentStatus["rolloutState"] {
  if (failedOne(service, deployment) !== undefined) return "FAILED";
  const { kind } = rolloutState(snapshot, { failures: 0 }, now.getTime());
  if (kind === "steady") return "COMPLETED";
  if (snapshot.deployment.metadata.annotations?.[FAILED_ANNOTATION] === deployment) return "FAILED";
  // A deployment that is complete stays so when a task of it ends later, or another number is wanted.
  return completedAt(service, deployment, snapshot) !== undefined &&
    snapshot.pods.every((pod) => !isLive(pod) || deploymentOf(pod) === deployment)
    ? "COMPLETED"
    : "IN_PROGRESS";
}

interface Earlier {
  readonly deployment: string;
  readonly snapshot: Snapshot | undefined;
  readonly live: readonly Pod[];
}

/** A deployment before, which still has tasks. */
function earlierOne(
  service: AwsObject,
  world: World,
  { deployment, snapshot, live }: Earlier,
): DeploymentStatus {
  const own = live.filter((pod) => (deploymentOf(pod) ?? "") === deployment);
  const [pod] = own;
  return {
    deployment,
    status: "ACTIVE",
    taskDefinition: definitionOf(pod?.metadata) ?? serviceAttributes(service).taskDefinition,
    desired: replicaSetOf(deployment, snapshot)?.spec.replicas ?? own.length,
    ...counts(own),
    failed: failedOne(service, deployment)?.failures ?? failuresIn(own, world),
    rolloutState: earlierState(service, deployment, snapshot),
    ...timesOf(service, deployment, snapshot),
  };
}

/** As on AWS, one that was never complete is in progress until its tasks have stopped. */
function earlierState(
  service: AwsObject,
  deployment: string,
  snapshot: Snapshot | undefined,
): DeploymentStatus["rolloutState"] {
  if (failedOne(service, deployment) !== undefined) return "FAILED";
  const completed = completedAt(service, deployment, snapshot);
  if (completed !== undefined) return "COMPLETED";
  const isFailed = failedDeployment(serviceAttributes(service), deployment) !== undefined;
  return isFailed ? "FAILED" : "IN_PROGRESS";
}

function replicaSetOf(deployment: string, snapshot: Snapshot | undefined) {
  return snapshot?.replicaSets.find(({ spec }) => deploymentOf(spec.template) === deployment);
}

function definitionOf(
  metadata: { readonly annotations?: Readonly<Record<string, string>> } | undefined,
): string | undefined {
  return metadata === undefined ? undefined : taskMetadataOf(metadata).taskDefinitionArn;
}

function counts(live: readonly Pod[]): { readonly running: number; readonly pending: number } {
  const running = live.filter(isReady).length;
  return { running, pending: live.length - running };
}

function failuresIn(pods: readonly Pod[], { cluster: { events }, now }: World): number {
  return pods.reduce((sum, pod) => sum + failuresOf(pod, { events, now: now.getTime() }), 0);
}

function timesOf(service: AwsObject, deployment: string, snapshot: Snapshot | undefined) {
  const set = replicaSetOf(deployment, snapshot);
  const createdAt = dateOf(set?.metadata.creationTimestamp) ?? service.createdAt;
  const updatedAt =
    dateOf(failedOne(service, deployment)?.at ?? completedAt(service, deployment, snapshot)) ??
    createdAt;
  return { createdAt, updatedAt };
}

/** When a deployment was complete: a program's says so in the cluster, the API's in its record. */
export function completedAt(
  service: AwsObject,
  deployment: string,
  snapshot: Snapshot | undefined,
): string | undefined {
  const { completed } = rolloutOf(serviceAttributes(service));
  return (
    completed.find((of) => of.deployment === deployment)?.at ??
    replicaSetOf(deployment, snapshot)?.metadata.annotations?.[COMPLETED_ANNOTATION]
  );
}

/** A time as the cluster writes it. */
export function dateOf(text: string | null | undefined): Date | undefined {
  return text === undefined || text === null ? undefined : new Date(text);
}
