import { isLive, type Event, type Pod, type Terminated } from "../observed/kubernetesObjects";
import { diagnosisText, podDiagnoses, type PodDiagnosis } from "../observed/podDiagnosis";
import { startFailure } from "../observed/startFailure";
import { statusesOf } from "../observed/taskStatus";
import { CONTAINER_EXITED, hasRun, notedStop, type TaskStopNote } from "../observed/taskStop";

/** How far a task that runs once has come. */
export type TaskState =
  | {
      readonly kind: "running";
      /** Why it does not run yet, as a clause; empty where it runs. */
      readonly waitsFor: string;
    }
  | {
      readonly kind: "ended";
      readonly end: TaskEnd;
      /** Whether something of it goes on, which ECS would have stopped. */
      readonly isLeft: boolean;
    };

/** How a task ended. */
export interface TaskEnd extends TaskStopNote {
  readonly isSuccess: boolean;
  /** Of the essential container that ended first, or of the one that others waited for in vain. */
  readonly exitCode: number | null;
  /** What went wrong; undefined where nothing did. */
  readonly diagnosis: PodDiagnosis | undefined;
}

/**
 * Judges a task as ECS does: it has ended when the first of its essential containers has, whose exit
 * code is the task's.
 */
export function taskState(pod: Pod, now: number, events: readonly Event[] = []): TaskState {
  const [diagnosis] = podDiagnoses(pod, now, events);
  const noted = notedStop(pod);
  const first = firstEnd(pod);
  const code = first?.exitCode ?? null;
  const failure = { isSuccess: false, exitCode: code, diagnosis };
  if (noted !== undefined && noted.stopCode !== "EssentialContainerExited") {
    return { kind: "ended", isLeft: false, end: { ...failure, ...noted } };
  }
  if (pod.metadata.deletionTimestamp !== undefined) {
    const why = { stopCode: "UserInitiated", stoppedReason: "Task stopped by user" } as const;
    return { kind: "ended", isLeft: false, end: { ...failure, ...why } };
  }
  if (first !== undefined && hasRun(first)) {
    const isSuccess = first.exitCode === 0;
    const end = { ...failure, isSuccess, ...(isSuccess ? { diagnosis: undefined } : {}) };
    return {
      kind: "ended",
      isLeft: isLive(pod) && !allEnded(pod),
      end: { ...end, ...CONTAINER_EXITED },
    };
  }
  if (!isLive(pod)) {
    const before = statusesOf(pod).flatMap(({ state }) => state?.terminated ?? []);
    const vain = before.find(({ exitCode }) => exitCode !== 0);
    const hasBegun = vain !== undefined && hasRun(vain);
    const isSuccess = pod.status?.phase === "Succeeded";
    const stopCode = hasBegun || isSuccess ? "EssentialContainerExited" : "TaskFailedToStart";
    const stoppedReason =
      diagnosis === undefined ? CONTAINER_EXITED.stoppedReason : diagnosisText(diagnosis);
    const exitCode = isSuccess ? 0 : hasBegun ? vain.exitCode : null;
    const end = { isSuccess, exitCode, diagnosis, stopCode, stoppedReason } as const;
    return { kind: "ended", isLeft: false, end };
  }
  const noStart = startFailure(pod, now, events);
  if (noStart !== undefined) {
    const why = { stopCode: "TaskFailedToStart", stoppedReason: diagnosisText(noStart) } as const;
    return { kind: "ended", isLeft: true, end: { ...failure, diagnosis: noStart, ...why } };
  }
  const runs = diagnosis === undefined || pod.status?.phase === "Running";
  return { kind: "running", waitsFor: runs ? "" : diagnosisText(diagnosis) };
}

/** The end of the essential container that ended first. */
function firstEnd(pod: Pod): Terminated | undefined {
  const [first] = (pod.status?.containerStatuses ?? [])
    .flatMap(({ state }) => state?.terminated ?? [])
    .sort((a, b) => (a.finishedAt ?? "").localeCompare(b.finishedAt ?? ""));
  return first;
}

function allEnded({ status }: Pod): boolean {
  return (status?.containerStatuses ?? []).every(({ state }) => state?.terminated !== undefined);
}
