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
