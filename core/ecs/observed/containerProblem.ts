import type { ContainerStatus, Terminated } from "./kubernetesObjects";

/** Why a task, or a container of it, does not run. */
export interface Problem {
  /** A clause such as `it ended with exit code 3`. */
  readonly what: string;
  /** What Kubernetes calls it, such as `CrashLoopBackOff`. */
  readonly reason?: string;
  /** What Kubernetes or the container says of it; it may hold secrets and control characters. */
  readonly message?: string | undefined;
  /** Whether it went wrong, or has only not come about yet. */
  readonly isFailure: boolean;
  /** Whether the log that tells of it is that of the container that ran before. */
  readonly hasEnded: boolean;
}

export function failed(what: string, more: Partial<Problem> = {}): Problem {
  return { what, isFailure: true, hasEnded: false, ...more };
}

export function progress(what: string): Problem {
  return failed(what, { isFailure: false });
}

/** Reasons of waiting that are steps on the way. */
const ON_THE_WAY = ["", "ContainerCreating", "PodInitializing"];
const NO_START = "it cannot be started";
const NO_IMAGE = "its image cannot be pulled";

/** What keeps a container from running, by what Kubernetes calls it. */
const OBSTACLES: Readonly<Record<string, string>> = {
  ErrImagePull: NO_IMAGE,
  ImagePullBackOff: NO_IMAGE,
  ErrImageNeverPull: NO_IMAGE,
  InvalidImageName: NO_IMAGE,
  CreateContainerConfigError: "its configuration cannot be used",
  CreateContainerError: NO_START,
  RunContainerError: NO_START,
  StartError: NO_START,
  ContainerCannotRun: NO_START,
};

/** Why a container is not ready; where it runs, it is what the caller says. */
export function containerProblem({ state, lastState }: ContainerStatus, running: string): Problem {
  const { waiting, terminated } = state ?? {};
  if (terminated !== undefined) return { ...endProblem(terminated), hasEnded: false };
  if (waiting === undefined) return progress(running);
  const { reason = "", message } = waiting;
  const last = lastState?.terminated;
  const obstacle = OBSTACLES[reason];
  if (obstacle !== undefined) return failed(obstacle, { reason, message });
  const isFailure = !ON_THE_WAY.includes(reason);
  if (last !== undefined) {
    return { ...endProblem(last, " and waits to be started again", reason), isFailure };
  }
  return isFailure ? failed("it waits", { reason, message }) : progress("it is being created");
}

/** By their numbers, without the SIG. */
const SIGNALS = " HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM".split(" ");

/** How a container ended, such as `it ended with exit code 139 and was started again`. */
export function endProblem(ended: Terminated, after = "", waiting = ""): Problem {
  const { exitCode, signal = exitCode - 128, reason = "", message } = ended;
  const name = SIGNALS[signal] ?? "";
  const words = [name && `SIG${name}`, /^(Error|Completed)$/.test(reason) ? "" : reason, waiting];
  const why = reason === "OOMKilled" ? " for lack of memory" : "";
  return {
    what: OBSTACLES[reason] ?? `it ended with exit code ${exitCode}${why}${after}`,
    reason: words.filter((word) => word !== "").join(", "),
    message,
    isFailure: exitCode !== 0 || after !== "",
    hasEnded: true,
  };
}
