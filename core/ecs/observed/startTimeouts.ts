import { containersMetadata } from "./containersMetadata";
import type { ContainerStatus, Pod } from "./kubernetesObjects";

/**
 * How often the `startTimeout` of a container that others wait for to end has passed since it
 * started. On ECS each is a task that failed; here the container runs on.
 */
export function startTimeouts(pod: Pod, { name, state }: ContainerStatus, now: number): number {
  const since = state?.running?.startedAt;
  const seconds = containersMetadata(pod.metadata)[name]?.end?.withinSeconds;
  if (since === undefined || since === null || seconds === undefined) return 0;
  return Math.max(0, Math.floor((now - Date.parse(since)) / (seconds * 1000)));
}
