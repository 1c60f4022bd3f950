import { controlPlane } from "./controlPlane";
import type { KubernetesResource } from "./entries";

/** Notes a Kubernetes object among a component's children. */
export function registerObject(object: KubernetesResource): void {
  controlPlane().objects.add(object);
}

/** Every Kubernetes object that components of the program have registered up to now. */
export function objectsOfProgram(): KubernetesResource[] {
  return [...controlPlane().objects];
}
