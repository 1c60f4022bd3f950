import type { ContainerModel } from "./model";
import type { TargetModel } from "./target";

/** So long a stopping task still answers at least: until Traefik and kube-proxy have let go of it. */
const LEAST_PAUSE_SECONDS = 2;
const MOST_PAUSE_SECONDS = 120;
/**
 * So long a log router still reads after the end of the others: the files of a container that ended at
 * once are found within one second.
 */
export const LAST_READ_SECONDS = 3;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
const STOP_TIMEOUT_SECONDS = 30;

/**
 * Seconds between a task's last new request and its SIGTERM; none where nothing leads to the task.
 * AWS takes a target out and waits for the deregistration delay before ECS stops the task. AWS's default of
 * 300 counts only where it was asked for: each rollout would take as long.
 *
 * @param isReached whether a local port or an alias of Service Connect leads to the task
 */
export function pause(targets: readonly TargetModel[], isReached = false): number | undefined {
  if (targets.length === 0 && !isReached) return undefined;
  const delays = targets.map(({ group }) => group.deregistrationDelay ?? 0);
  return Math.min(Math.max(LEAST_PAUSE_SECONDS, ...delays), MOST_PAUSE_SECONDS);
}

/**
 * All containers of a task pause, not only those that a target group leads to: those answer with
 * the help of the others.
 */
export function lifecycle(targets: readonly TargetModel[], isReached = false) {
  const seconds = pause(targets, isReached);
  return seconds === undefined ? {} : { lifecycle: { preStop: { sleep: { seconds } } } };
}

/**
 * Seconds until a stopping task is killed: Kubernetes has one limit for all its containers. A log router
 * begins to stop when the others have, so its time comes on top.
 */
export function gracePeriod(
  containers: readonly Pick<ContainerModel, "stopTimeout" | "router">[],
  targets: readonly TargetModel[],
  isReached = false,
): number {
  const longest = (of: readonly Pick<ContainerModel, "stopTimeout">[]): number =>
    Math.max(0, ...of.map(({ stopTimeout }) => stopTimeout ?? STOP_TIMEOUT_SECONDS));
  const routers = containers.filter(({ router }) => router !== undefined);
  const others = containers.filter(({ router }) => router === undefined);
  const paused = (pause(targets, isReached) ?? 0) + longest(others);
  return routers.length === 0 ? paused : paused + LAST_READ_SECONDS + longest(routers);
}
