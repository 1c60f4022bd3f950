import { parseJson } from "../../validate/parseJson";
import { TASK_ANNOTATION, type TaskDocument } from "../pod/document";
import type { Metadata } from "./kubernetesObjects";

/** What a pod tells of its containers, by their names in it; nothing of one that is no task. */
export function containerDocuments(of: Pick<Metadata, "annotations">): TaskDocument["containers"] {
  const text = of.annotations?.[TASK_ANNOTATION];
  if (text === undefined) return {};
  return parseJson<Partial<TaskDocument>>(text, "a task's annotation").containers ?? {};
}
