import { parseJson } from "../../validate/parseJson";
import type { Pod, Terminated } from "./kubernetesObjects";

/** On the pod of a task that runs once: why KECS stopped it, JSON. */
export const STOP_ANNOTATION = "kecs.dev/stop";

/** Why a task stopped, in the words of ECS. */
export interface TaskStopNote {
  readonly stopCode: "EssentialContainerExited" | "TaskFailedToStart" | "UserInitiated";
  readonly stoppedReason: string;
}

export const CONTAINER_EXITED = {
  stopCode: "EssentialContainerExited",
  stoppedReason: "Essential container in task exited",
} as const satisfies TaskStopNote;

/** What is noted of a task that KECS stopped and whose pod stays. */
export function notedStop({ metadata }: Pick<Pod, "metadata">): TaskStopNote | undefined {
  const text = metadata.annotations?.[STOP_ANNOTATION];
  return text === undefined ? undefined : parseJson<TaskStopNote>(text, "a task's annotation");
}

const NEVER_RAN = ["StartError", "ContainerCannotRun", "ContainerStatusUnknown"];

/** Whether a container that is at its end ran before; Kubernetes gives the others an exit code, too. */
export function hasRun({ reason = "" }: Terminated): boolean {
  return !NEVER_RAN.includes(reason);
}
