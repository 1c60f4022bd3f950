import { kubectlArgv } from "../k3d/kubectl";
import { serverContainer } from "../k3d/names";
import { NAMESPACE } from "../../core/labels";

/* The command lines that look into tasks; each is plain data, made here and nowhere else. */

export function getWorkloads(instance: string): string[] {
  return kubectlArgv(instance, "get", "deployments,endpointslices,pods", "-A", "-o", "json");
}

/** Pods, and the secrets that no message of theirs may show. */
export function getPods(instance: string, namespace: string): string[] {
  return kubectlArgv(instance, "get", "pods,secrets", "-n", namespace, "-o", "json");
}

/** Services and schedules, their records and tasks, and the secrets that no message may show, in one call. */
export function getTasks(instance: string): string[] {
  const kinds = "deployments,cronjobs,jobs,configmaps,pods,secrets";
  return kubectlArgv(instance, "get", kinds, "-n", NAMESPACE, "-o", "json");
}

/** The records of an instance's services. */
export function getServiceRecords(instance: string): string[] {
  const selector = "kecs.dev/record=svc";
  return kubectlArgv(instance, "get", "configmaps", "-n", NAMESPACE, "-l", selector, "-o", "json");
}

/** Which lines of a container's log are wanted. */
export interface LogRange {
  /** A time span as kubectl takes it, such as `10m`. */
  readonly since?: string;
  /** From this time on, to the second. */
  readonly sinceTime?: string;
  readonly tail?: number;
}

export function containerLogs(
  instance: string,
  pod: string,
  container: string,
  range: LogRange,
): string[] {
  return kubectlArgv(instance, ...logArguments(pod, container, range));
}

/** The same for as long as the container runs; ends as soon as its input does. */
export function followedLogs(
  instance: string,
  pod: string,
  container: string,
  range: LogRange,
): string[] {
  return untilInputEnds(instance, [...logArguments(pod, container, range), "--follow"]);
}

/** Prints a line whenever a task changes. */
export function watchedTasks(instance: string): string[] {
  return untilInputEnds(instance, ["get", "pods", "-n", NAMESPACE, "--watch", "-o", "name"]);
}

/**
 * Docker tells a program in a container nothing of the end of `docker exec`; it only closes its
 * input. So a shell beside kubectl waits for that, and ends it.
 */
const UNTIL_INPUT_ENDS = [
  "exec 3<&0",
  'kubectl "$@" </dev/null 3<&- & work=$!',
  "{ cat <&3; kill $work; } >/dev/null 2>&1 & guard=$!",
  "exec 3<&-",
  "wait $work; code=$?",
  "kill $guard 2>/dev/null",
  "exit $code",
].join("\n");

function untilInputEnds(instance: string, args: readonly string[]): string[] {
  const server = serverContainer(instance);
  return ["docker", "exec", "-i", server, "sh", "-c", UNTIL_INPUT_ENDS, "kubectl", ...args];
}

function logArguments(pod: string, container: string, range: LogRange): string[] {
  const { since, sinceTime, tail } = range;
  return [
    ...["logs", "-n", NAMESPACE, pod, "-c", container, "--timestamps"],
    ...(since === undefined ? [] : [`--since=${since}`]),
    ...(sinceTime === undefined ? [] : [`--since-time=${sinceTime}`]),
    ...(tail === undefined ? [] : [`--tail=${tail}`]),
  ];
}

export function execInContainer(
  instance: string,
  pod: string,
  container: string,
  command: readonly string[],
  terminal: boolean,
): string[] {
  const mode = terminal ? "-it" : "-i";
  return [
    ...["docker", "exec", mode, serverContainer(instance)],
    ...["kubectl", "exec", mode, "-n", NAMESPACE, pod, "-c", container, "--", ...command],
  ];
}
