import type * as pulumi from "@pulumi/pulumi";
import type * as k8s from "@pulumi/kubernetes";
import { lookup, publish } from "./program";

/** A Kubernetes object, whatever its kind. */
export type KubernetesResource = k8s.apiextensions.CustomResource;

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
export const noteObjects: pulumi.ResourceTransformation = ({ type, resource }) => {
  if (type.startsWith("kubernetes:")) objectsOfProgram().add(resource as KubernetesResource);
  return undefined;
};
