import { printable } from "../../text/printable";
import { containersMetadata } from "./containersMetadata";
import { isReady } from "./isReady";
import {
  conditionOf,
  type ContainerStatus,
  type Event,
  type Pod,
  type Terminated,
} from "./kubernetesObjects";
import { startTimeouts } from "./startTimeouts";
import { probeText } from "./probeText";
import { targetFault } from "./targetHealth";

/** Why a task does not run. */
export interface PodFault {
  readonly pod: string;
  /** Whose fault it is, by its name in the pod; absent where it is nobody's in particular. */
  readonly container?: string;
  /** The container's name in its definition, where it has another one there. */
  readonly definedAs?: string;
  /** A clause such as `CrashLoopBackOff: exit code 3`. */
  readonly what: string;
  /** Whether it went wrong, or has only not come about yet. */
  readonly isFailure: boolean;
  /** Whether the lines that tell of it are those of the container that ran before. */
  readonly hasEnded: boolean;
}

/** Reasons of waiting that are steps on the way. */
const ON_THE_WAY = new Set(["ContainerCreating", "PodInitializing"]);

/** Why a pod is not ready at a time, in milliseconds; undefined where it is. */
export function podFault(pod: Pod, events: readonly Event[], now: number): PodFault | undefined {
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
  const faults = [
    ...initFaults(pod, events, now),
    ...containerFaults(pod, events),
    ...targetFaults(pod),
  ];
  return (
    faults.find(({ isFailure }) => isFailure) ?? faults[0] ?? whole("it is being created", false)
  );
}

function initFaults(pod: Pod, events: readonly Event[], now: number): PodFault[] {
  return (pod.status?.initContainerStatuses ?? [])
    .filter(({ ready, state }) => ready !== true && state?.terminated?.exitCode !== 0)
    .map((status) =>
      runsBeside(pod, status.name)
        ? containerFault(pod, status, probeText(pod, status.name, events))
        : endFault(pod, status, now),
    );
}

function runsBeside({ spec }: Pod, container: string): boolean {
  return (spec?.initContainers ?? []).some(
    ({ name, restartPolicy }) => name === container && restartPolicy === "Always",
  );
}

/** Of a container that has to end before others start. */
function endFault(pod: Pod, status: ContainerStatus, now: number): PodFault {
  const { end } = containersMetadata(pod.metadata)[status.name] ?? {};
  const fault = containerFault(pod, status, "it has not ended yet");
  if (startTimeouts(pod, status, now) > 0) {
    const what = `it has not ended within its startTimeout of ${end?.withinSeconds ?? 0} s`;
    return { ...fault, what, isFailure: true };
  }
  const { state, lastState } = status;
  const code = (state?.terminated ?? lastState?.terminated)?.exitCode ?? 0;
  return end?.condition === "COMPLETE" && code !== 0 && fault.isFailure
    ? { ...fault, what: `${fault.what} (others wait for it by COMPLETE, which needs 0 here)` }
    : fault;
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
  return [container === undefined ? fault : { ...fault, ...whose(pod, container) }];
}

function containerFault(pod: Pod, status: ContainerStatus, running: string): PodFault {
  const { waiting, terminated } = status.state ?? {};
  const last = status.lastState?.terminated;
  const fault = { pod: pod.metadata.name, ...whose(pod, status.name) };
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

function whose({ metadata }: Pod, container: string): Pick<PodFault, "container" | "definedAs"> {
  const { name } = containersMetadata(metadata)[container] ?? {};
  return { container, ...(name === undefined || name === container ? {} : { definedAs: name }) };
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
    ...whose(pod, again.name),
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
