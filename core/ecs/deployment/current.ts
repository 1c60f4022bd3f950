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

/** The ReplicaSet of the deployment that is wanted now. */
export function currentReplicaSet({ deployment, replicaSets }: Snapshot): ReplicaSet | undefined {
  const current = deploymentOf(deployment.spec.template);
  return replicaSets.find((set) => deploymentOf(set.spec.template) === current);
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
function isComplete({ status, spec }: Deployment): boolean {
  const progress = conditionOf(status?.conditions, "Progressing");
  const available = conditionOf(status?.conditions, "Available");
  return (
    spec.paused !== true &&
    spec.replicas !== 0 &&
    progress?.reason === "NewReplicaSetAvailable" &&
    available?.status === "True"
  );
}
