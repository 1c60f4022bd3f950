import type * as pulumi from "@pulumi/pulumi";
import type { KubernetesResource } from "../controlPlane/entries";
import { registerObject } from "../controlPlane/objects";
import { leaveOutEmptyLists } from "./emptyLists";

/** A transformation that changes nothing: it notes the objects among a component's children. */
const noteObjects: pulumi.ResourceTransformation = ({ type, resource }) => {
  if (type.startsWith("kubernetes:")) registerObject(resource as KubernetesResource);
  return undefined;
};

/** What happens to every Kubernetes object of a component. */
export const OBJECT_TRANSFORMATIONS: pulumi.ResourceTransformation[] = [
  noteObjects,
  leaveOutEmptyLists,
];
