import { targetFault, targetHealths } from "./targetHealth";
import { conditionOf, type ContainerStatus, type Pod } from "./kubernetesObjects";
import type { HealthStatus, LastStatus } from "./task";

const LONGEST = 160;
/** What every container goes through on its way. */
const ON_ITS_WAY = ["ContainerCreating", "PodInitializing"];

export function statusesOf({ status }: Pod): readonly ContainerStatus[] {
  return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
}

export function lastStatusOf(pod: Pod): LastStatus {
  const phase = pod.status?.phase;
  if (phase === "Succeeded" || phase === "Failed") return "STOPPED";
  if (pod.metadata.deletionTimestamp !== undefined) return "DEPROVISIONING";
  if (pod.spec?.nodeName === undefined) return "PROVISIONING";
  if (phase !== "Running") return "PENDING";
  return statusesOf(pod).some(({ state }) => state?.waiting !== undefined) ? "PENDING" : "RUNNING";
}

/**
 * UNKNOWN, as on ECS, where nothing is checked, and before the first check. Unlike on ECS the checks
 * of its target groups count as well.
 */
export function healthStatusOf(pod: Pod): HealthStatus {
  if (lastStatusOf(pod) !== "RUNNING") return "UNKNOWN";
  const checked = [...(pod.spec?.initContainers ?? []), ...(pod.spec?.containers ?? [])]
    .filter((each) => each.readinessProbe ?? each.livenessProbe ?? each.startupProbe)
    .map(({ name }) => statusesOf(pod).find((status) => status.name === name));
  const targets = targetHealths(pod).map(({ state }) => state);
  if (targets.includes("unhealthy")) return "UNHEALTHY";
  if (checked.length + targets.length === 0 || targets.includes("initial")) return "UNKNOWN";
  if (checked.every((status) => status?.ready === true)) return "HEALTHY";
  return checked.some((status) => status?.ready !== true && status?.started === true)
    ? "UNHEALTHY"
    : "UNKNOWN";
}

/**
 * What is wrong with a task; null where nothing is.
 *
 * @param hide strikes secret values; it sees each message before its blanks are collapsed and before
 * it is cut
 */
export function reasonOf(
  pod: Pod,
  nameOf: (container: string) => string,
  hide: (text: string) => string,
): string | null {
  const sentence = (reason: string, message = ""): string => joined(reason, hide(message));
  const scheduled = conditionOf(pod.status?.conditions, "PodScheduled");
  const reasons = [
    ...(scheduled?.status === "False" ? [sentence("not placed on a node", scheduled.message)] : []),
    ...(pod.status?.reason === undefined ? [] : [sentence(pod.status.reason, pod.status.message)]),
    ...statusesOf(pod).flatMap((status) => {
      const wrong = wrongWith(status, sentence);
      return wrong === undefined ? [] : [`${nameOf(status.name)}: ${wrong}`];
    }),
  ];
  if (reasons.length > 0) return reasons.join("; ");
  if (healthStatusOf(pod) !== "UNHEALTHY") return null;
  return targetFault(pod) ?? "its health check fails";
}

function wrongWith(
  { state, lastState }: ContainerStatus,
  sentence: (reason: string, message?: string) => string,
): string | undefined {
  const before = lastState?.terminated?.exitCode;
  if (state?.waiting !== undefined) {
    const { reason = "waiting", message } = state.waiting;
    if (ON_ITS_WAY.includes(reason)) return undefined;
    return before === undefined ? sentence(reason, message) : `${reason}, exit code ${before}`;
  }
  const { terminated } = state ?? {};
  if (terminated === undefined || terminated.exitCode === 0) return undefined;
  return `${terminated.reason ?? "ended"}, exit code ${terminated.exitCode}`;
}

function joined(reason: string, message: string): string {
  const line = message.replace(/\s+/g, " ").trim();
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST)}...` : line;
  return short === "" ? reason : `${reason}, ${short}`;
}
