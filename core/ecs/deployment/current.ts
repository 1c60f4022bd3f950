import {
  DEPLOYMENT_ANNOTATION,
  FAILED_ANNOTATION,
  type ObservedDeployment,
} from "../observed/deploymentId";
import {
  conditionOf,
  type Deployment,
  type Pod,
  type PodTemplate,
  type ReplicaSet,
} from "../observed/kubernetesObjects";
import type { Snapshot } from "./snapshot";

/** The deployment that a pod, or what it was made from, belongs to. */
export function deploymentOf(of: PodTemplate | Pod): string | undefined {
  return of.metadata?.annotations?.[DEPLOYMENT_ANNOTATION];
}

/** The pods of the deployment that is wanted now. */
export function currentPods({ deployment, pods }: Snapshot): Pod[] {
  const current = deploymentOf(deployment.spec.template);
  return pods.filter((pod) => deploymentOf(pod) === current);
}

/** On a ReplicaSet: how many templates its Deployment has had with this one, as Kubernetes counts. */
const REVISION_ANNOTATION = "deployment.kubernetes.io/revision";

/**
 * The ReplicaSet of the deployment that is wanted now: the newest, for `kubectl rollout restart` makes
 * another one of the same deployment.
 */
export function currentReplicaSet({ deployment, replicaSets }: Snapshot): ReplicaSet | undefined {
  const current = deploymentOf(deployment.spec.template);
  return replicaSets
    .filter((set) => deploymentOf(set.spec.template) === current)
    .sort((a, b) => revisionOf(a) - revisionOf(b))
    .at(-1);
}

function revisionOf({ metadata }: ReplicaSet): number {
  return Number(metadata.annotations?.[REVISION_ANNOTATION] ?? 0);
}

/** Whether what Kubernetes says of a Deployment is about what is wanted of it now. */
export function isObserved({ metadata, status }: Deployment): boolean {
  return (status?.observedGeneration ?? 0) >= (metadata.generation ?? 0);
}

/** What runs of a service, by what the cluster said of its Deployment. */
export function toObservedDeployment(live: Deployment | undefined): ObservedDeployment {
  if (live === undefined) return { current: undefined, failed: undefined, isSound: false };
  return {
    current: deploymentOf(live.spec.template),
    failed: live.metadata.annotations?.[FAILED_ANNOTATION],
    isSound: isComplete(live),
  };
}

/**
 * Kubernetes' own word for a deployment whose tasks are all new and available. It says so of none
 * too, which is what the circuit breaker leaves of a first deployment.
 */
function isComplete(deployment: Deployment): boolean {
  const { status, spec } = deployment;
  const progress = conditionOf(status?.conditions, "Progressing");
  const available = conditionOf(status?.conditions, "Available");
  return (
    isObserved(deployment) &&
    spec.paused !== true &&
    spec.replicas !== 0 &&
    progress?.reason === "NewReplicaSetAvailable" &&
    available?.status === "True"
  );
}
