import { conditionOf, isLive, type Pod } from "./kubernetesObjects";
import { targetHealths } from "./targetHealth";

/** Whether a task runs as it should: it is ready, and healthy in all of its target groups. */
export function isReady(pod: Pod): boolean {
  return (
    isLive(pod) &&
    conditionOf(pod.status?.conditions, "Ready")?.status === "True" &&
    targetHealths(pod).every(({ state }) => state === "healthy")
  );
}

/** Whether a task has run as it should for so long, as Kubernetes counts `minReadySeconds`. */
export function hasSettled(pod: Pod, seconds: number, now: number): boolean {
  if (!isReady(pod)) return false;
  const since = conditionOf(pod.status?.conditions, "Ready")?.lastTransitionTime ?? "";
  return seconds === 0 || now - Date.parse(since) >= seconds * 1000;
}
