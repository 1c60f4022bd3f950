import { parseJson } from "../../validate/parseJson";
import { TASK_ANNOTATION, type TaskMetadata } from "../pod/taskMetadata";
import type { Metadata } from "./kubernetesObjects";

/** What a pod tells of its containers, by their names in it; nothing of one that is no task. */
export function containersMetadata(of: Pick<Metadata, "annotations">): TaskMetadata["containers"] {
  const text = of.annotations?.[TASK_ANNOTATION];
  if (text === undefined) return {};
  return parseJson<Partial<TaskMetadata>>(text, "a task's annotation").containers ?? {};
}
