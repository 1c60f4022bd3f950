import { isMap } from "../shared/properties";
import type { PropertyMap } from "../shared/properties";

import { at, listAt, mapAt, textAt } from "./kubeObject";
import type { KubeObject } from "./kubeObject";

/** Managers of objects that were made without server-side apply, by Pulumi or kubectl. */
const earlierManagers = [
  { manager: "kubectl", operation: "Apply" },
  { manager: "kubectl", operation: "Update" },
  { manager: "before-first-apply", operation: "Update" },
  { manager: "pulumi-kubernetes", operation: "Update" },
  { manager: "pulumi-kubernetes.exe", operation: "Update" },
  { manager: "pulumi-resource-kubernetes", operation: "Update" },
];

function isEarlier(entry: PropertyMap): boolean {
  return (
    at(entry, "subresource") === undefined &&
    earlierManagers.some(
      ({ manager, operation }) =>
        textAt(entry, "manager") === manager && textAt(entry, "operation") === operation,
    )
  );
}

export function hasEarlierPulumiManager(object: KubeObject): boolean {
  return listAt(object, "metadata", "managedFields").some(
    (entry) => isEarlier(entry) && textAt(entry, "manager").startsWith("pulumi-"),
  );
}

function union(a: PropertyMap, b: PropertyMap): PropertyMap {
  const result = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const other = result[key];
    result[key] = isMap(other) && isMap(value) ? union(other, value) : value;
  }
  return result;
}

/** A JSON patch that makes one manager the heir of the earlier ones; empty if there are none. */
export function takeOverPatch(object: KubeObject, fieldManager: string): PropertyMap[] {
  const entries = listAt(object, "metadata", "managedFields");
  const isOurs = (entry: PropertyMap): boolean =>
    textAt(entry, "manager") === fieldManager && textAt(entry, "operation") === "Apply";
  const earlier = entries.filter((entry) => isEarlier(entry) && !isOurs(entry));
  const [first] = earlier;
  if (first === undefined) return [];
  const ours = entries.find(isOurs);
  const merged = [...(ours === undefined ? [] : [ours]), ...earlier];
  const heir: PropertyMap = {
    ...first,
    manager: fieldManager,
    operation: "Apply",
    fieldsV1: merged.map((entry) => mapAt(entry, "fieldsV1")).reduce(union, {}),
  };
  const others = entries.filter((entry) => !merged.includes(entry));
  return [
    { op: "replace", path: "/metadata/managedFields", value: [...others, heir] },
    {
      op: "replace",
      path: "/metadata/resourceVersion",
      value: textAt(object, "metadata", "resourceVersion"),
    },
  ];
}

/** Whether somebody else manages a field and this manager does not. */
export function isManagedByOthers(
  object: KubeObject,
  fieldManager: string,
  path: readonly string[],
): boolean {
  const keys = path.map((part) => `f:${part}`);
  const managers = listAt(object, "metadata", "managedFields")
    .filter((entry) => at(entry, "fieldsV1", ...keys) !== undefined)
    .map((entry) => textAt(entry, "manager"));
  return managers.length > 0 && !managers.includes(fieldManager);
}
