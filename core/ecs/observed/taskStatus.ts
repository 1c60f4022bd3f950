import { targetHealths } from "./targetHealth";
import type { ContainerStatus, Pod } from "./kubernetesObjects";
import { diagnosisText, podDiagnoses } from "./podDiagnosis";
import type { HealthStatus, LastStatus } from "./task";

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

/** What is wrong with a task at a time, in milliseconds; null where nothing is. `hide` strikes secrets. */
export function reasonOf(pod: Pod, now: number, hide: (text: string) => string): string | null {
  const isSick = healthStatusOf(pod) === "UNHEALTHY";
  const reasons = podDiagnoses(pod, now)
    .filter(({ isFailure }) => isFailure || isSick)
    .map((diagnosis) => diagnosisText(diagnosis, hide));
  return reasons.length === 0 ? null : reasons.join("; ");
}
