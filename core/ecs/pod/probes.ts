import {
  LOCAL_INTERVAL_SECONDS,
  TIMEOUT_SECONDS,
  UNHEALTHY_THRESHOLD,
} from "../../lb/targetGroup/healthDefaults";
import { readinessProbe } from "../../lb/targetGroup/manifests";
import { escapeVariables } from "./escapeVariables";
import type { Endpoint } from "./endpoints";
import type { ContainerHealthCheck, ContainerModel, TaskModel } from "./model";
import type { TargetModel } from "./target";

/** What decides about a container's probes besides its own health check. */
export interface HealthSettings {
  readonly service?: string;
  readonly targets: readonly TargetModel[];
  /** The local ports that lead to the task. */
  readonly endpoints?: readonly Endpoint[];
  readonly healthCheckGracePeriod: number;
}

/**
 * How Kubernetes checks a container. ECS replaces the task of an essential container that is not
 * healthy; here the container is started again in its place. In a task that runs once, and of a
 * container that is not essential, a check decides only about those that wait for it.
 */
export function probes(container: ContainerModel, task: TaskModel, settings: HealthSettings) {
  const { healthCheck: check, name } = container;
  const kept = settings.service !== undefined && container.essential;
  const awaited = isAwaited(name, task);
  const starts = check !== undefined && (kept || awaited);
  const ends = awaited && container.startTimeout !== 0;
  const longest = ends ? container.startTimeout : undefined;
  const own = check === undefined || !kept ? {} : running(check);
  // Kubernetes has one readiness for a container: the first target group that it checks decides.
  const [asked] = settings.targets
    .filter(({ containerName }) => containerName === name)
    .map(({ group, containerPort }) => readinessProbe(group, containerPort))
    .filter((probe) => probe !== undefined);
  return {
    ...listening(container, settings),
    ...(starts ? { startupProbe: starting(check, settings.healthCheckGracePeriod, longest) } : {}),
    ...own,
    ...(asked === undefined ? {} : { readinessProbe: asked }),
  };
}

/**
 * A local port leads to whatever is ready: a container that nothing else checks is ready once it accepts
 * connections.
 */
function listening({ name }: ContainerModel, { endpoints = [] }: HealthSettings) {
  const endpoint = endpoints.find(({ containerName }) => containerName === name);
  if (endpoint === undefined) return {};
  return {
    readinessProbe: {
      tcpSocket: { port: endpoint.containerPort },
      periodSeconds: LOCAL_INTERVAL_SECONDS,
      timeoutSeconds: TIMEOUT_SECONDS,
      failureThreshold: UNHEALTHY_THRESHOLD,
      successThreshold: 1,
    },
  };
}

function isAwaited(name: string, task: TaskModel): boolean {
  return task.containers.some(({ dependsOn }) =>
    dependsOn.some((of) => of.containerName === name && of.condition === "HEALTHY"),
  );
}

/** Kubernetes counts with 32 bits. */
const MOST_FAILURES = 2 ** 31 - 1;

/**
 * Until the first success nothing else is asked, and failures do not count before all the time is
 * over in which ECS would not act either, or in which others wait for it (`longest`). Each second, so
 * that who waits does not wait long.
 */
function starting(check: ContainerHealthCheck, gracePeriod: number, longest = MOST_FAILURES) {
  const seconds = check.startPeriod + check.interval * check.retries + gracePeriod;
  return {
    ...exec(check),
    periodSeconds: 1,
    timeoutSeconds: check.timeout,
    failureThreshold: Math.max(1, Math.min(seconds, longest, MOST_FAILURES)),
  };
}

function running(check: ContainerHealthCheck) {
  const probe = {
    ...exec(check),
    periodSeconds: check.interval,
    timeoutSeconds: check.timeout,
    failureThreshold: check.retries,
  };
  return { livenessProbe: probe, readinessProbe: probe };
}

function exec({ command }: ContainerHealthCheck) {
  return { exec: { command: command.map(escapeVariables) } };
}
