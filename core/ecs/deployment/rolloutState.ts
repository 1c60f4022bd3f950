import type { FailureCount } from "../observed/failureCount";
import { hasSettled, isReady } from "../observed/isReady";
import { conditionOf, isLive, type Pod } from "../observed/kubernetesObjects";
import {
  diagnosisText,
  podDiagnoses,
  restartDiagnosis,
  type PodDiagnosis,
} from "../observed/podDiagnosis";
import { currentPods, currentReplicaSet, isObserved } from "./current";
import type { Snapshot } from "./snapshot";

/** How far a deployment of a service has come. */
export interface RolloutState {
  readonly kind: "steady" | "progressing" | "failed";
  /** Tasks of this deployment that run, of those that are wanted. */
  readonly running: number;
  readonly wanted: number;
  /** Tasks of earlier deployments that run. */
  readonly earlier: number;
  /** What is waited for, as a clause; empty where it is steady. */
  readonly reason: string;
  /** Why tasks of this deployment do not run, the gravest first. */
  readonly diagnoses: readonly PodDiagnosis[];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html */
const LEAST_FAILURES = 3;
const MOST_FAILURES = 200;

/** After how many failures in a row the circuit breaker of ECS gives a deployment up. */
export function failureThreshold(desiredCount: number): number {
  return Math.min(Math.max(Math.ceil(desiredCount / 2), LEAST_FAILURES), MOST_FAILURES);
}

/** Whether a pod is healthy at last: ready, and for as long as the deployment asks for. */
export function isHealthy({ deployment }: Pick<Snapshot, "deployment">, now: number) {
  return (pod: Pod): boolean => hasSettled(pod, deployment.spec.minReadySeconds ?? 0, now);
}

/**
 * Judges a deployment: steady while all wanted tasks are of it, and healthy, and there are no others.
 * A task that nothing checks is healthy once it has run for `minReadySeconds` without a restart; the
 * cluster counts them, by its own clock.
 */
export function rolloutState(
  snapshot: Snapshot,
  { failures }: Pick<FailureCount, "failures">,
  now: number,
): RolloutState {
  const { deployment, pods, events } = snapshot;
  const wanted = deployment.spec.replicas ?? 1;
  const own = currentPods(snapshot);
  const live = own.filter(isLive);
  const running = live.filter(isReady).length;
  const others = pods.filter((pod) => isLive(pod) && !own.includes(pod));
  const isCurrent = isObserved(deployment);
  const healthy = Math.min(running, availableOf(snapshot, running));
  const diagnoses = live
    .map(
      (pod) =>
        podDiagnoses(pod, now, events)[0] ??
        (healthy < running ? restartDiagnosis(pod) : undefined),
    )
    .filter((diagnosis) => diagnosis !== undefined)
    .sort((a, b) => Number(b.isFailure) - Number(a.isFailure));
  const found = { running, wanted, earlier: others.filter(isReady).length, diagnoses };
  if (isCurrent && healthy === wanted && live.length === wanted && others.length === 0) {
    return { ...found, kind: "steady", reason: "" };
  }
  const reason = !isCurrent
    ? "waiting for the deployment to start"
    : waitingFor(snapshot, { ...found, healthy }, live, others.length);
  const isLost = failures >= failureThreshold(wanted) && healthy < wanted;
  return { ...found, kind: isLost ? "failed" : "progressing", reason };
}

/** How many tasks of it are healthy, by the cluster's own count where time decides. */
function availableOf(snapshot: Snapshot, running: number): number {
  if ((snapshot.deployment.spec.minReadySeconds ?? 0) === 0) return running;
  return currentReplicaSet(snapshot)?.status?.availableReplicas ?? 0;
}

function waitingFor(
  { deployment }: Snapshot,
  found: Pick<RolloutState, "running" | "wanted" | "diagnoses"> & { readonly healthy: number },
  live: readonly Pod[],
  others: number,
): string {
  const { running, wanted, healthy } = found;
  const [first] = found.diagnoses;
  const whose = first?.name === undefined ? "a task: " : "";
  if (first !== undefined) return `waiting for ${whose}${diagnosisText(first)}`;
  const refused = conditionOf(deployment.status?.conditions, "ReplicaFailure");
  if (refused?.status === "True") return `tasks cannot be created: ${refused.message ?? ""}`;
  if (running < wanted) return `waiting for ${plural(wanted - live.length, "task")} to be created`;
  if (healthy < wanted) {
    const seconds = deployment.spec.minReadySeconds ?? 0;
    return `waiting for ${plural(wanted - healthy, "task")} to have run for ${seconds} s`;
  }
  const surplus = others + Math.max(0, live.length - wanted);
  return `waiting for ${plural(surplus, "earlier task")} to stop`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** `2 of 3 tasks run`, as progress and errors say it; beside earlier ones, `2 of 3 new tasks`. */
export function countText(of: Pick<RolloutState, "running" | "wanted" | "earlier">): string {
  const { wanted, earlier } = of;
  if (earlier === 0) return runText(of, plural(wanted, "task"));
  return `${runText(of, plural(wanted, "new task"))} beside ${plural(earlier, "earlier one")}`;
}

/** `2 of 3 tasks run`, of tasks that are called so. */
export function runText(
  { running, wanted }: Pick<RolloutState, "running" | "wanted">,
  tasks: string,
): string {
  return `${running} of ${tasks} ${wanted === 1 && running === 1 ? "runs" : "run"}`;
}
