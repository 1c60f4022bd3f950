import { problem, type Issue } from "../../validate";
import { OWN_IMAGE, isPull } from "../observed/pullFailure";
import { diagnosisText } from "../observed/podDiagnosis";
import type { TaskEnd } from "./state";

/** What to do in an update. */
const AGAIN = "fix the cause, and run pulumi up again: it runs the task again";

/** The error of a task that failed; `proof` are the last words of it. */
export function taskFailure(path: string, end: TaskEnd, proof: string, again = AGAIN): Issue {
  const { diagnosis, exitCode, stoppedReason, stopCode } = end;
  const text = diagnosis === undefined ? stoppedReason : diagnosisText(diagnosis);
  if (stopCode === "TaskFailedToStart") {
    const hints = diagnosis !== undefined && isPull(diagnosis) ? [OWN_IMAGE, again] : [again];
    return problem("KECS3018", path, `the task did not start: ${text}${proof}`, hints.join("; "));
  }
  if (stopCode === "UserInitiated") {
    return problem("KECS3017", path, `the task was stopped: ${stoppedReason}${proof}`, again);
  }
  const code = exitCode === null ? "without an exit code" : `with exit code ${exitCode}`;
  return problem("KECS3017", path, `the task ended ${code}: ${text}${proof}`, again);
}

/**
 * The error of tasks that did not end in time.
 *
 * @param stopFailure why they could not be stopped
 */
export function taskTimeout(
  path: string,
  seconds: number,
  state: string,
  stopFailure?: string,
): Issue {
  const outcome =
    stopFailure === undefined ? "was stopped" : "goes on, since it could not be stopped";
  const message = `the task did not end within ${seconds} s and ${outcome}: ${state}`;
  return problem(
    "KECS3019",
    path,
    stopFailure === undefined ? message : `${message}\n${stopFailure}`,
    "raise timeout, or fix the cause, and run pulumi up again: it runs the task again",
  );
}

/** The error of a run that goes on and keeps the next one from beginning. */
export function runLeft(path: string, why: string): Issue {
  return problem(
    "KECS3017",
    path,
    `an earlier run of the task goes on: ${why}`,
    "run pulumi up again; kecs ps shows the task",
  );
}

/** The error of a task whose pod went while it was waited for. */
export function taskGone(path: string, pod: string): Issue {
  return problem(
    "KECS3017",
    path,
    `the task was stopped: its pod "${pod}" is not in the cluster`,
    "run pulumi up again: it runs the task again",
  );
}
