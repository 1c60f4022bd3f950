import { isMap } from "../shared/properties";
import type { PropertyMap, PropertyValue } from "../shared/properties";

/** A Kubernetes object: plain JSON without marks of secrecy. */
export type KubeObject = PropertyMap;

/** The value at a path, or undefined where there is none. */
export function at(
  object: PropertyValue | undefined,
  ...path: string[]
): PropertyValue | undefined {
  let value = object;
  for (const key of path) {
    if (!isMap(value)) return undefined;
    value = value[key];
  }
  return value;
}

export function textAt(object: PropertyValue | undefined, ...path: string[]): string {
  const value = at(object, ...path);
  return typeof value === "string" ? value : "";
}

export function numberAt(object: PropertyValue | undefined, ...path: string[]): number | undefined {
  const value = at(object, ...path);
  return typeof value === "number" ? value : undefined;
}

export function listAt(object: PropertyValue | undefined, ...path: string[]): PropertyMap[] {
  const value = at(object, ...path);
  return Array.isArray(value) ? value.filter(isMap) : [];
}

export function mapAt(object: PropertyValue | undefined, ...path: string[]): PropertyMap {
  const value = at(object, ...path);
  return isMap(value) ? value : {};
}

/** A copy with another value at a path; undefined takes away what is there. */
export function withAt(
  object: PropertyMap,
  path: readonly string[],
  value: PropertyValue | undefined,
): PropertyMap {
  const [key, ...rest] = path;
  if (key === undefined) return object;
  const copy = { ...object };
  if (rest.length > 0) {
    if (value === undefined && !isMap(copy[key])) return object;
    copy[key] = withAt(mapAt(copy, key), rest, value);
  } else if (value === undefined) {
    return Object.fromEntries(Object.entries(copy).filter(([name]) => name !== key));
  } else {
    copy[key] = value;
  }
  return copy;
}

export const apiVersionOf = (object: KubeObject): string => textAt(object, "apiVersion");
export const kindOf = (object: KubeObject): string => textAt(object, "kind");
export const nameOf = (object: KubeObject): string => textAt(object, "metadata", "name");
export const namespaceOf = (object: KubeObject): string => textAt(object, "metadata", "namespace");
export const uidOf = (object: KubeObject): string => textAt(object, "metadata", "uid");

/** "namespace/name", or the name alone where there is no namespace: also the id of a resource. */
export function qualifiedName(object: KubeObject): string {
  const namespace = namespaceOf(object);
  return namespace === "" ? nameOf(object) : `${namespace}/${nameOf(object)}`;
}

/** Splits an id into namespace and name. */
export function parseQualifiedName(id: string): { namespace: string; name: string } {
  const [first = "", second] = id.split("/");
  return second === undefined ? { namespace: "", name: first } : { namespace: first, name: second };
}

function groupOf(object: KubeObject): string {
  const apiVersion = apiVersionOf(object);
  const group = apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
  return group === "core" ? "" : group;
}

export function isKind(object: KubeObject, group: string, kind: string): boolean {
  return kindOf(object) === kind && groupOf(object) === group;
}

export function isCustomResourceDefinition(object: KubeObject): boolean {
  return isKind(object, "apiextensions.k8s.io", "CustomResourceDefinition");
}

const builtInGroups = new Set([
  "",
  "apps",
  "autoscaling",
  "batch",
  "policy",
  ...[
    "admissionregistration",
    "apiextensions",
    "apiregistration",
    "authentication",
    "authorization",
    "certificates",
    "coordination",
    "discovery",
    "events",
    "flowcontrol.apiserver",
    "networking",
    "node",
    "rbac.authorization",
    "resource",
    "scheduling",
    "storage",
  ].map((name) => `${name}.k8s.io`),
]);

/** An object of a group that Kubernetes itself brings, as against a custom resource. */
export function isBuiltIn(object: KubeObject): boolean {
  return builtInGroups.has(groupOf(object));
}

export function ownedBy(object: KubeObject, owner: KubeObject): boolean {
  return listAt(object, "metadata", "ownerReferences").some(
    (reference) => textAt(reference, "uid") === uidOf(owner),
  );
}

/** A condition of an object's status. */
export function conditionOf(object: KubeObject, type: string): PropertyMap | undefined {
  return listAt(object, "status", "conditions").find(
    (condition) => textAt(condition, "type") === type,
  );
}
