import { numberAt, textAt } from "../kubeObject";
import type { KubeObject } from "../kubeObject";

import { podProblems } from "./podProblems";
import { ready, waiting } from "./verdict";
import type { Verdict } from "./verdict";

function isObserved(object: KubeObject): boolean {
  const generation = numberAt(object, "metadata", "generation") ?? 0;
  return (numberAt(object, "status", "observedGeneration") ?? -1) >= generation;
}

/** A DaemonSet is ready when every node that should run it does so in its latest form. */
export function daemonSetVerdict(daemonSet: KubeObject, pods: readonly KubeObject[]): Verdict {
  if (!isObserved(daemonSet)) return waiting("Waiting for the DaemonSet controller");
  const count = (name: string): number => numberAt(daemonSet, "status", name) ?? 0;
  const desired = numberAt(daemonSet, "status", "desiredNumberScheduled");
  if (desired === undefined) return waiting("Waiting for the DaemonSet to be scheduled");
  for (const name of [
    "currentNumberScheduled",
    "updatedNumberScheduled",
    "numberAvailable",
    "numberReady",
  ]) {
    if (count(name) < desired) {
      return waiting(`${name}: ${count(name)} of ${desired}`, pods.flatMap(podProblems));
    }
  }
  return ready(`All replicas scheduled as expected. Replicas: ${desired}`);
}

/**
 * A StatefulSet is ready when all its replicas are there, ready and of its latest revision. With
 * the update strategy OnDelete, the pods of earlier revisions stay until somebody deletes them.
 */
export function statefulSetVerdict(statefulSet: KubeObject, pods: readonly KubeObject[]): Verdict {
  if (!isObserved(statefulSet)) return waiting("Waiting for the StatefulSet controller");
  const desired = numberAt(statefulSet, "spec", "replicas") ?? 1;
  const count = (name: string): number => numberAt(statefulSet, "status", name) ?? 0;
  const problems = pods.flatMap(podProblems);
  const manual =
    (numberAt(statefulSet, "metadata", "generation") ?? 0) > 1 &&
    textAt(statefulSet, "spec", "updateStrategy", "type") === "OnDelete";
  const counted = ["replicas", "readyReplicas", ...(manual ? [] : ["currentReplicas"])];
  if (counted.some((name) => count(name) !== desired)) {
    return waiting(
      `Waiting for StatefulSet to roll out (${count("readyReplicas")}/${desired} Pods ready)`,
      problems,
    );
  }
  const revision = (name: string): string => textAt(statefulSet, "status", name);
  if (!manual && revision("currentRevision") !== revision("updateRevision")) {
    return waiting("Waiting for StatefulSet to update .status.currentRevision", problems);
  }
  return ready("StatefulSet initialization complete");
}
