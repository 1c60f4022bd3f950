import { conditionOf, nameOf, numberAt, ownedBy, textAt } from "../kubeObject";
import type { KubeObject } from "../kubeObject";

import { podProblems } from "./podProblems";
import { ready, waiting } from "./verdict";
import type { Verdict } from "./verdict";

/** What belongs to a Deployment, as far as it exists. */
export interface DeploymentParts {
  readonly replicaSets: readonly KubeObject[];
  readonly pods: readonly KubeObject[];
  readonly claims: readonly KubeObject[];
}

function revisionOf(object: KubeObject): string {
  return textAt(object, "metadata", "annotations", "deployment.kubernetes.io/revision");
}

/** The ReplicaSet that a Deployment rolls out. */
function currentReplicaSet(
  deployment: KubeObject,
  replicaSets: readonly KubeObject[],
): KubeObject | undefined {
  return replicaSets.find(
    (set) => ownedBy(set, deployment) && revisionOf(set) === revisionOf(deployment),
  );
}

function conditionProblems(deployment: KubeObject): string[] {
  return ["Progressing", "Available"].flatMap((type) => {
    const condition = conditionOf(deployment, type);
    if (condition === undefined || textAt(condition, "status") === "True") return [];
    return [`[${textAt(condition, "reason")}] ${textAt(condition, "message")}`];
  });
}

function claimProblems(claims: readonly KubeObject[]): string[] {
  return claims
    .filter((claim) => textAt(claim, "status", "phase") !== "Bound")
    .map(
      (claim) =>
        `PersistentVolumeClaim: [${nameOf(claim)}] is not ready. ` +
        `status.phase currently at: ${textAt(claim, "status", "phase")}`,
    );
}

/**
 * A Deployment is ready when its controller has seen the latest change, the Deployment counts as
 * available, and the ReplicaSet it rolls out has all its pods ready. Pods of earlier ReplicaSets
 * may still be about.
 */
export function deploymentVerdict(deployment: KubeObject, parts: DeploymentParts): Verdict {
  const generation = numberAt(deployment, "metadata", "generation") ?? 0;
  if ((numberAt(deployment, "status", "observedGeneration") ?? -1) < generation) {
    return waiting("Waiting for the Deployment controller");
  }
  const set = currentReplicaSet(deployment, parts.replicaSets);
  const pods = parts.pods.filter((pod) => set !== undefined && ownedBy(pod, set));
  const claims = claimProblems(parts.claims);
  const problems = [...conditionProblems(deployment), ...claims, ...pods.flatMap(podProblems)];
  const desired = numberAt(set, "spec", "replicas") ?? 1;
  const readyReplicas = numberAt(set, "status", "readyReplicas") ?? 0;
  const progressing = conditionOf(deployment, "Progressing");
  const rolledOut =
    revisionOf(deployment) === "1" ||
    (textAt(progressing, "status") === "True" &&
      textAt(progressing, "reason") === "NewReplicaSetAvailable");
  const available = textAt(conditionOf(deployment, "Available"), "status") === "True";
  const complete = set !== undefined && readyReplicas >= desired && claims.length === 0;
  if (available && rolledOut && complete) return ready("Deployment initialization complete");
  return waiting(
    `Waiting for app ReplicaSet to be available (${readyReplicas}/${desired} Pods available)`,
    problems,
  );
}
