import { mapAt, textAt, withAt } from "./kubeObject";
import type { KubeObject } from "./kubeObject";

/** The annotations with which a program steers the provider. */
export const annotation = {
  autonamed: "pulumi.com/autonamed",
  deletionPropagation: "pulumi.com/deletionPropagationPolicy",
  fieldManager: "pulumi.com/patchFieldManager",
  force: "pulumi.com/patchForce",
  replaceUnready: "pulumi.com/replaceUnready",
  skipAwait: "pulumi.com/skipAwait",
  timeoutSeconds: "pulumi.com/timeoutSeconds",
  waitFor: "pulumi.com/waitFor",
} as const;

export function annotationOf(object: KubeObject, name: string): string {
  return textAt(object, "metadata", "annotations", name);
}

export function isAnnotated(object: KubeObject, name: string): boolean {
  return annotationOf(object, name).toLowerCase() === "true";
}

export function annotated(object: KubeObject, name: string): KubeObject {
  const annotations = mapAt(object, "metadata", "annotations");
  return withAt(object, ["metadata", "annotations"], { ...annotations, [name]: "true" });
}

const defaultTimeoutSeconds = 600;

/** How long to wait: what the resource's options say, then its annotation, then ten minutes. */
export function timeoutSeconds(object: KubeObject, customTimeoutSeconds: number): number {
  if (customTimeoutSeconds !== 0) return customTimeoutSeconds;
  const text = annotationOf(object, annotation.timeoutSeconds);
  return /^\d+$/.test(text) ? Number(text) : defaultTimeoutSeconds;
}

export type DeletionPropagation = "Foreground" | "Background" | "Orphan";

export function deletionPropagation(object: KubeObject): DeletionPropagation {
  switch (annotationOf(object, annotation.deletionPropagation).toLowerCase()) {
    case "orphan":
      return "Orphan";
    case "background":
      return "Background";
    default:
      return "Foreground";
  }
}
