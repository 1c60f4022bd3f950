import { parseJson } from "../../validate/parseJson";
import { TASK_ANNOTATION, type TaskMetadata } from "../pod/taskMetadata";
import type { Metadata } from "./kubernetesObjects";

type Annotated = Pick<Metadata, "annotations">;

/** What a pod, or what it is made from, tells of its task; nothing of one that is no task. */
export function taskMetadataOf({ annotations }: Annotated): Partial<TaskMetadata> {
  const text = annotations?.[TASK_ANNOTATION];
  return text === undefined ? {} : parseJson<Partial<TaskMetadata>>(text, "a task's annotation");
}

/** What it tells of its containers, by their names in the pod. */
export function containersMetadata(of: Annotated): TaskMetadata["containers"] {
  return taskMetadataOf(of).containers ?? {};
}
