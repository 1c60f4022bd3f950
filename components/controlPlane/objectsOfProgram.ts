import type * as pulumi from "@pulumi/pulumi";
import { leaveOutEmptyLists } from "../base/emptyLists";
import { lookup, publish } from "./program";

/** A Kubernetes object, whatever its kind: what all of the provider's classes have. */
export interface KubernetesResource extends pulumi.Resource {
  readonly kind: pulumi.Output<string>;
  readonly metadata: pulumi.Output<{
    readonly name: string;
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly uid?: string;
  }>;
}

const KEY = "objects of the program";

/** Every Kubernetes object that components of the program have registered up to now. */
export function objectsOfProgram(): Set<KubernetesResource> {
  const present = lookup<Set<KubernetesResource>>(KEY);
  if (present !== undefined) return present;
  const fresh = new Set<KubernetesResource>();
  publish(KEY, fresh);
  return fresh;
}

/** A transformation that changes nothing: it notes the objects among a component's children. */
const noteObjects: pulumi.ResourceTransformation = ({ type, resource }) => {
  if (type.startsWith("kubernetes:")) objectsOfProgram().add(resource as KubernetesResource);
  return undefined;
};

/** What happens to every Kubernetes object of a component. */
export const OBJECT_TRANSFORMATIONS: pulumi.ResourceTransformation[] = [
  noteObjects,
  leaveOutEmptyLists,
];
