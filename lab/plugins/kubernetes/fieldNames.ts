import { isMap } from "../shared/properties";
import type { PropertyMap, PropertyValue } from "../shared/properties";

/** Field names of schemas that Pulumi spells with underscores, for they are identifiers there. */
const schemaFields = [
  "x-kubernetes-embedded-resource",
  "x-kubernetes-int-or-string",
  "x-kubernetes-list-map-keys",
  "x-kubernetes-list-type",
  "x-kubernetes-map-type",
  "x-kubernetes-preserve-unknown-fields",
  "x-kubernetes-validations",
];
const toKubernetes = new Map(schemaFields.map((name) => [name.replaceAll("-", "_"), name]));
const toPulumi = new Map(schemaFields.map((name) => [name, name.replaceAll("-", "_")]));

function renameValue(value: PropertyValue, names: ReadonlyMap<string, string>): PropertyValue {
  if (Array.isArray(value)) return value.map((item) => renameValue(item, names));
  return isMap(value) ? rename(value, names) : value;
}

function rename(map: PropertyMap, names: ReadonlyMap<string, string>): PropertyMap {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [names.get(key) ?? key, renameValue(value, names)]),
  );
}

export function withKubernetesNames(map: PropertyMap): PropertyMap {
  return rename(map, toKubernetes);
}

export function withPulumiNames(map: PropertyMap): PropertyMap {
  return rename(map, toPulumi);
}
