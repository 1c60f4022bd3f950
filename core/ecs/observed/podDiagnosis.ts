import { printable } from "../../text/printable";
import { MAIN_CONTAINER } from "../pod/podTemplate";
import { containersMetadata } from "./containersMetadata";
import { isReady } from "./isReady";
import {
  conditionOf,
  latestEvent,
  type ContainerStatus,
  type Event,
  type Pod,
} from "./kubernetesObjects";
import { containerProblem, endProblem, failed, progress, type Problem } from "./containerProblem";
import { startTimeouts } from "./startTimeouts";
import { notedStop } from "./taskStop";
import { probeText } from "./probeText";
import { targetFault } from "./targetHealth";

/** Why a task does not run: the one answer of `pulumi up`, `kecs ps` and `kecs start`. */
export interface PodDiagnosis extends Problem {
  readonly pod: string;
  /** Whose log tells more, by its name in the pod; absent where none does. */
  readonly container?: string;
  /** The container that it is about, by its name in the definition; absent where it is the task. */
  readonly name?: string;
}

const LONGEST = 400;

/** A diagnosis as a clause, such as `web: its image cannot be pulled (ErrImagePull): x:1: not found`. */
export function diagnosisText(
  { name, what, reason = "", message = "" }: PodDiagnosis,
  /** Strikes secrets; it sees the text before its blanks are collapsed and before it is cut. */
  hide = (text: string): string => text,
): string {
  const said = [name, reason === "" ? what : `${what} (${reason})`, message.trim()];
  const text = said.filter((part) => part !== undefined && part !== "").join(": ");
  const line = printable(hide(text)).replace(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** Everything for which a pod is not ready at a time, in milliseconds, the gravest first. */
export function podDiagnoses(
  pod: Pod,
  now: number,
  events: readonly Event[] = [],
): readonly PodDiagnosis[] {
  const { phase, initContainerStatuses = [], containerStatuses = [] } = pod.status ?? {};
  if (isReady(pod) || phase === "Succeeded") return [];
  const checked = (of: ContainerStatus): PodDiagnosis =>
    ofContainer(pod, of.name, containerProblem(of, probeText(pod, of.name, events)));
  const found = [
    ...podProblems(pod, events).map((problem) => ({ pod: pod.metadata.name, ...problem })),
    ...initContainerStatuses
      .filter(({ ready, state }) => ready !== true && state?.terminated?.exitCode !== 0)
      .map((of) => (runsBeside(pod, of.name) ? checked(of) : awaitedDiagnosis(pod, of, now))),
    ...containerStatuses.filter(({ ready }) => ready !== true).map(checked),
    ...targetDiagnoses(pod),
  ].sort((a, b) => Number(b.isFailure) - Number(a.isFailure));
  return found.length > 0 ? found : [{ pod: pod.metadata.name, ...progress(stageOf(pod)) }];
}

function ofContainer(pod: Pod, container: string, problem: Problem): PodDiagnosis {
  const { name = container } = containersMetadata(pod.metadata)[container] ?? {};
  return { pod: pod.metadata.name, container, name, ...problem };
}

/** What went wrong with a pod as a whole. */
function podProblems(pod: Pod, events: readonly Event[]): Problem[] {
  const { phase, reason, message, conditions } = pod.status ?? {};
  const scheduled = conditionOf(conditions, "PodScheduled");
  const event = phase === "Pending" ? latestEvent(pod, events) : undefined;
  const isMount = event?.reason === "FailedMount" || event?.reason === "FailedAttachVolume";
  const stop = notedStop(pod);
  const stopped = failed("it was stopped", { message: stop?.stoppedReason });
  return [
    ...(stop !== undefined && stop.stopCode !== "EssentialContainerExited" ? [stopped] : []),
    ...(reason === undefined || stop !== undefined
      ? []
      : [failed("its node stopped it", { reason, message })]),
    ...(scheduled?.status === "False"
      ? [failed("no node can run it", { message: scheduled.message })]
      : []),
    ...(isMount ? [failed("a volume cannot be mounted", { message: event.message })] : []),
  ];
}

/** Where a pod stands of which nothing else is known. */
function stageOf({ metadata, status }: Pod): string {
  if (metadata.deletionTimestamp !== undefined) return "it is being stopped";
  return status?.phase === "Running" ? "it is not ready yet" : "it is being created";
}

function runsBeside({ spec }: Pod, container: string): boolean {
  return (spec?.initContainers ?? []).some(
    ({ name, restartPolicy }) => name === container && restartPolicy === "Always",
  );
}

/** Of a container that has to end before others start. */
function awaitedDiagnosis(pod: Pod, status: ContainerStatus, now: number): PodDiagnosis {
  const { end } = containersMetadata(pod.metadata)[status.name] ?? {};
  const problem = containerProblem(status, "it has not ended yet, and others wait for it");
  const diagnosis = ofContainer(pod, status.name, problem);
  if (startTimeouts(pod, status, now) > 0) {
    const what = `it has not ended within its startTimeout of ${end?.withinSeconds ?? 0} s`;
    return { ...diagnosis, ...failed(what) };
  }
  const { state, lastState } = status;
  const code = (state?.terminated ?? lastState?.terminated)?.exitCode ?? 0;
  return end?.condition === "COMPLETE" && code !== 0
    ? { ...diagnosis, what: `${problem.what}; others wait for it by COMPLETE, which needs 0 here` }
    : diagnosis;
}

/** What the target groups of a task find; its main container's log tells more. */
function targetDiagnoses(pod: Pod): PodDiagnosis[] {
  const what = targetFault(pod);
  if (what === undefined) return [];
  const { name, annotations } = pod.metadata;
  const container = annotations?.[MAIN_CONTAINER];
  return [{ pod: name, ...(container === undefined ? {} : { container }), ...progress(what) }];
}

/** Why a pod that runs has not run for long: a container of it ended, and was started again. */
export function restartDiagnosis(pod: Pod): PodDiagnosis | undefined {
  const { initContainerStatuses = [], containerStatuses = [] } = pod.status ?? {};
  const again = [...containerStatuses, ...initContainerStatuses].find(
    ({ state, lastState }) => state?.running !== undefined && lastState?.terminated !== undefined,
  );
  const last = again?.lastState?.terminated;
  if (again === undefined || last === undefined) return undefined;
  return ofContainer(pod, again.name, endProblem(last, " and was started again"));
}
