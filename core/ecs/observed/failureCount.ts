import type { ContainerStatus, Event, Pod } from "./kubernetesObjects";
import { startTimeouts } from "./startTimeouts";

/** Kubernetes tells of each failure to pull twice, and of the pauses between; one of them counts. */
const NOT_COUNTED = /^(Failed to pull image|Error: ImagePullBackOff$)/;

/** What the cluster says at a time, in milliseconds. */
interface Seen {
  readonly pods: readonly Pod[];
  readonly events: readonly Event[];
  readonly now: number;
}

/**
 * How often a task failed. On ECS it is replaced by another one each time; here its containers are
 * started again in the same pod.
 */
export function failuresOf(pod: Pod, { events, now }: Omit<Seen, "pods">): number {
  const { initContainerStatuses = [], containerStatuses = [] } = pod.status ?? {};
  const ends = [...initContainerStatuses, ...containerStatuses].reduce(
    (sum, status) => sum + endsOf(status) + startTimeouts(pod, status, now),
    0,
  );
  const starts = events
    .filter(
      ({ reason, message, involvedObject }) =>
        reason === "Failed" &&
        involvedObject.uid === pod.metadata.uid &&
        !NOT_COUNTED.test(message ?? ""),
    )
    .reduce((sum, { count }) => sum + (count ?? 1), 0);
  return ends + starts;
}

function endsOf({ restartCount = 0, state, lastState }: ContainerStatus): number {
  const code = state?.terminated?.exitCode;
  if (code !== undefined) return restartCount + (code === 0 ? 0 : 1);
  return (
    restartCount + (state?.waiting !== undefined && lastState?.terminated !== undefined ? 1 : 0)
  );
}

/** The failures of a deployment, as the circuit breaker of ECS counts them. */
export interface FailureCount {
  /** Those in a row: from the last time that a task became healthy. */
  readonly failures: number;
  /** What each pod had failed when the counting began. */
  readonly forgiven: Readonly<Record<string, number>>;
  /** Pods that were healthy at some time. */
  readonly healthy: readonly string[];
}

/**
 * Counts on from what was counted before. Like that of ECS by default, the count begins anew when a
 * task becomes healthy, as `isHealthy` says; and what failed before anybody looked does not count.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
export function countFailures(
  before: FailureCount | undefined,
  seen: Seen,
  isHealthy: (pod: Pod) => boolean,
): FailureCount {
  const counts = Object.fromEntries(
    seen.pods.map((pod) => [pod.metadata.name, failuresOf(pod, seen)] as const),
  );
  const ready = seen.pods.filter(isHealthy).map(({ metadata }) => metadata.name);
  const known = before?.healthy ?? [];
  const recovered = ready.some((name) => !known.includes(name));
  const forgiven = before === undefined || recovered ? counts : before.forgiven;
  const failures = Object.entries(counts).reduce(
    (sum, [name, count]) => sum + Math.max(0, count - (forgiven[name] ?? 0)),
    0,
  );
  return { failures, forgiven, healthy: [...new Set([...known, ...ready])] };
}
