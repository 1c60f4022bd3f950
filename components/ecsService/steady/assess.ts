import { DEPLOYMENT_ANNOTATION } from "../../workloads/attempt";
import type { Tally } from "../../workloads/failures";
import { isReady } from "../../workloads/isReady";
import {
  conditionOf,
  isLive,
  type Pod,
  type PodTemplate,
} from "../../workloads/kubernetesObjects";
import { podFault, type PodFault } from "../../workloads/podFault";
import type { Snapshot } from "./snapshot";

/** How far a deployment of a service has come. */
export interface Assessment {
  readonly kind: "steady" | "progressing" | "failed";
  /** Tasks of this deployment that run, of those that are wanted. */
  readonly running: number;
  readonly wanted: number;
  /** What is waited for, as a clause; empty where it is steady. */
  readonly reason: string;
  /** Why tasks of this deployment do not run, the gravest first. */
  readonly faults: readonly PodFault[];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html */
const LEAST_FAILURES = 3;
const MOST_FAILURES = 200;

/** After how many failures in a row the circuit breaker of ECS gives a deployment up. */
export function failureThreshold(desiredCount: number): number {
  return Math.min(Math.max(Math.ceil(desiredCount / 2), LEAST_FAILURES), MOST_FAILURES);
}

/** The deployment that a pod, or what it was made from, belongs to. */
export function deploymentOf(of: PodTemplate | Pod): string | undefined {
  return of.metadata?.annotations?.[DEPLOYMENT_ANNOTATION];
}

/** The pods of the deployment that is wanted now. */
export function currentPods({ deployment, pods }: Snapshot): Pod[] {
  const current = deploymentOf(deployment.spec.template);
  return pods.filter((pod) => deploymentOf(pod) === current);
}

/** Judges a deployment: steady while all wanted tasks are of it, and healthy, and there are no others. */
export function assess(snapshot: Snapshot, { failures }: Pick<Tally, "failures">): Assessment {
  const { deployment, pods, events } = snapshot;
  const wanted = deployment.spec.replicas ?? 1;
  const own = currentPods(snapshot);
  const live = own.filter(isLive);
  const running = live.filter(isReady).length;
  const others = pods.filter((pod) => isLive(pod) && !own.includes(pod)).length;
  const isObserved =
    (deployment.status?.observedGeneration ?? 0) >= (deployment.metadata.generation ?? 0);
  const faults = live
    .map((pod) => podFault(pod, events))
    .filter((fault) => fault !== undefined)
    .sort((a, b) => Number(b.isFailure) - Number(a.isFailure));
  const found = { running, wanted, faults };
  if (isObserved && running === wanted && live.length === wanted && others === 0) {
    return { ...found, kind: "steady", reason: "" };
  }
  const reason = !isObserved
    ? "waiting for its beginning"
    : waitingFor(snapshot, found, live, others);
  const isLost = failures >= failureThreshold(wanted) && running < wanted;
  return { ...found, kind: isLost ? "failed" : "progressing", reason };
}

function waitingFor(
  { deployment }: Snapshot,
  { running, wanted, faults }: Pick<Assessment, "running" | "wanted" | "faults">,
  live: readonly Pod[],
  others: number,
): string {
  const [first] = faults;
  if (first !== undefined) return `waiting for ${faultText(first)}`;
  const refused = conditionOf(deployment.status?.conditions, "ReplicaFailure");
  if (refused?.status === "True") return `no task can be made: ${refused.message ?? ""}`;
  if (running < wanted) return `waiting for ${plural(wanted - live.length, "task")} to be made`;
  const surplus = others + Math.max(0, live.length - wanted);
  return `waiting for ${plural(surplus, "earlier task")} to stop`;
}

/** `web: CrashLoopBackOff: exit code 3`, or without a container what is wrong with the task. */
export function faultText({ container, what }: PodFault): string {
  return container === undefined ? `a task: ${what}` : `${container}: ${what}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** `2 of 3 tasks run`, as progress and errors say it. */
export function countText({ running, wanted }: Pick<Assessment, "running" | "wanted">): string {
  return `${running} of ${plural(wanted, "task")} run${wanted === 1 && running === 1 ? "s" : ""}`;
}
