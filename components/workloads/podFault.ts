import { isReady } from "./isReady";
import { printable } from "../internal/printable";
import {
  conditionOf,
  type ContainerStatus,
  type Event,
  type Pod,
  type Terminated,
} from "./kubernetesObjects";
import { probeText } from "./probeText";
import { targetFault } from "./targetHealth";

/** Why a task does not run. */
export interface PodFault {
  readonly pod: string;
  /** Whose fault it is; absent where it is nobody's in particular. */
  readonly container?: string;
  /** A clause such as `CrashLoopBackOff: exit code 3`. */
  readonly what: string;
  /** Whether it went wrong, or has only not come about yet. */
  readonly isFailure: boolean;
  /** Whether the lines that tell of it are those of the container that ran before. */
  readonly hasEnded: boolean;
}

/** Reasons of waiting that are steps on the way. */
const ON_THE_WAY = new Set(["ContainerCreating", "PodInitializing"]);

/** Why a pod is not ready; undefined where it is. */
export function podFault(pod: Pod, events: readonly Event[]): PodFault | undefined {
  if (isReady(pod)) return undefined;
  const { name } = pod.metadata;
  const status = pod.status ?? {};
  const whole = (what: string, isFailure: boolean): PodFault => ({
    pod: name,
    what,
    isFailure,
    hasEnded: false,
  });
  if (status.reason !== undefined) return whole(joined(status.reason, status.message), true);
  const scheduled = conditionOf(status.conditions, "PodScheduled");
  if (scheduled?.status === "False") {
    return whole(joined("no node takes it", scheduled.message), true);
  }
  const faults = [...initFaults(pod), ...containerFaults(pod, events), ...targetFaults(pod)];
  return (
    faults.find(({ isFailure }) => isFailure) ?? faults[0] ?? whole("it is being created", false)
  );
}

function initFaults(pod: Pod): PodFault[] {
  return (pod.status?.initContainerStatuses ?? [])
    .filter(({ ready, state }) => ready !== true && state?.terminated?.exitCode !== 0)
    .map((status) => containerFault(pod, status, "it has not ended yet"));
}

function containerFaults(pod: Pod, events: readonly Event[]): PodFault[] {
  return (pod.status?.containerStatuses ?? [])
    .filter(({ ready }) => ready !== true)
    .map((status) => containerFault(pod, status, probeText(pod, status.name, events)));
}

/** Of a task whose containers run, what its target groups find; the main container's lines tell more. */
function targetFaults(pod: Pod): PodFault[] {
  const what = targetFault(pod);
  const container = pod.metadata.annotations?.["kubectl.kubernetes.io/default-container"];
  if (what === undefined) return [];
  const fault = { pod: pod.metadata.name, what, isFailure: false, hasEnded: false };
  return [container === undefined ? fault : { ...fault, container }];
}

function containerFault(pod: Pod, status: ContainerStatus, running: string): PodFault {
  const { waiting, terminated } = status.state ?? {};
  const last = status.lastState?.terminated;
  const fault = { pod: pod.metadata.name, container: status.name };
  if (waiting !== undefined) {
    const reason = waiting.reason ?? "waiting";
    if (ON_THE_WAY.has(reason) && last === undefined) {
      return { ...fault, what: "it is being created", isFailure: false, hasEnded: false };
    }
    const why = last === undefined ? waiting.message : terminationText(last);
    return { ...fault, what: joined(reason, why), isFailure: true, hasEnded: last !== undefined };
  }
  if (terminated !== undefined) {
    const what = joined("it ended", terminationText(terminated));
    return { ...fault, what, isFailure: true, hasEnded: false };
  }
  return { ...fault, what: running, isFailure: false, hasEnded: false };
}

/** Why a pod that runs has not run for long: a container of it ended, and was started again. */
export function restartFault(pod: Pod): PodFault | undefined {
  const { initContainerStatuses = [], containerStatuses = [] } = pod.status ?? {};
  const again = [...containerStatuses, ...initContainerStatuses].find(
    ({ state, lastState }) => state?.running !== undefined && lastState?.terminated !== undefined,
  );
  if (again?.lastState?.terminated === undefined) return undefined;
  return {
    pod: pod.metadata.name,
    container: again.name,
    what: joined("it ended and was started again", terminationText(again.lastState.terminated)),
    isFailure: true,
    hasEnded: true,
  };
}

const SIGNALS: Readonly<Record<number, string>> = {
  1: "SIGHUP",
  2: "SIGINT",
  3: "SIGQUIT",
  4: "SIGILL",
  6: "SIGABRT",
  7: "SIGBUS",
  8: "SIGFPE",
  9: "SIGKILL",
  11: "SIGSEGV",
  13: "SIGPIPE",
  15: "SIGTERM",
};

/** How a container ended: `exit code 139 (SIGSEGV)`, or `OOMKilled, exit code 137 (SIGKILL)`. */
export function terminationText(ended: Terminated): string {
  const number = ended.signal ?? (ended.exitCode > 128 ? ended.exitCode - 128 : 0);
  const signal = SIGNALS[number];
  const code = `exit code ${ended.exitCode}${signal === undefined ? "" : ` (${signal})`}`;
  const tells = ended.reason !== undefined && !["Error", "Completed"].includes(ended.reason);
  const text = tells ? `${ended.reason ?? ""}, ${code}` : code;
  return joined(text, ended.message);
}

function joined(reason: string, message: string | undefined): string {
  const text = printable(message ?? "")
    .trim()
    .replace(/\s+/g, " ");
  return text === "" ? reason : `${reason}: ${text}`;
}
