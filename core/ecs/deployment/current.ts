import { DEPLOYMENT_ANNOTATION } from "../observed/deploymentId";
import type { Pod, PodTemplate, ReplicaSet } from "../observed/kubernetesObjects";
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
