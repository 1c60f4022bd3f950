import { isMap } from "../shared/properties";
import type { PropertyMap, PropertyValue } from "../shared/properties";

import { isBuiltIn, isCustomResourceDefinition, isKind, mapAt, withAt } from "./kubeObject";
import type { KubeObject } from "./kubeObject";
import { canonicalQuantity } from "./quantity";

const readOnlyMetadata = [
  "creationTimestamp",
  "deletionGracePeriodSeconds",
  "deletionTimestamp",
  "generation",
  "managedFields",
  "resourceVersion",
  "uid",
];

/** Maps and fields that hold quantities, wherever they stand. */
const quantityMaps = new Set(["requests", "limits", "capacity", "hard", "overhead"]);
const quantityFields = new Set(["sizeLimit", "divisor"]);

/** Fields that the API server leaves out where they say what holds anyway. */
const leftOut: Readonly<Record<string, readonly PropertyValue[]>> = {
  clusterIP: [""],
  hostIPC: [false],
  hostNetwork: [false],
  hostPID: [false],
  hostPort: [0],
  initialDelaySeconds: [0],
  minReadySeconds: [0],
  nodePort: [0],
  paused: [false],
  publishNotReadyAddresses: [false],
  readOnly: [false],
  stdin: [false],
  stdinOnce: [false],
  tty: [false],
  value: [""],
};
const leftOutEmpty = new Set(["annotations", "labels", "args", "command", "env", "ports"]);

/** Maps whose keys are the program's own, not fields of Kubernetes. */
const opaqueMaps = new Set(["annotations", "labels", "data", "stringData", "matchLabels"]);

function isLeftOut(key: string, value: PropertyValue): boolean {
  if (value === null) return true;
  if (leftOutEmpty.has(key) && typeof value === "object") return Object.keys(value).length === 0;
  return leftOut[key]?.includes(value) ?? false;
}

function quantities(map: PropertyMap): PropertyMap {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [
      key,
      typeof value === "string" || typeof value === "number" ? canonicalQuantity(value) : value,
    ]),
  );
}

function normalizeField(key: string, value: PropertyValue): PropertyValue {
  if (isMap(value) && quantityMaps.has(key)) return quantities(value);
  if (typeof value === "string" && quantityFields.has(key)) return canonicalQuantity(value);
  return opaqueMaps.has(key) ? value : normalizeFields(value);
}

function normalizeFields(value: PropertyValue): PropertyValue {
  if (Array.isArray(value)) return value.map(normalizeFields);
  return isMap(value) ? normalizeMap(value) : value;
}

function normalizeMap(map: PropertyMap): PropertyMap {
  return Object.fromEntries(
    Object.entries(map)
      .filter(([key, value]) => !isLeftOut(key, value))
      .map(([key, value]) => [key, normalizeField(key, value)]),
  );
}

/** The API server stores the texts of a Secret among its data. */
function normalizeSecret(object: KubeObject): KubeObject {
  const texts = Object.entries(mapAt(object, "stringData"));
  if (texts.length === 0) return object;
  const data: PropertyMap = { ...mapAt(object, "data") };
  for (const [key, text] of texts) {
    data[key] = Buffer.from(typeof text === "string" ? text : "").toString("base64");
  }
  return withAt(withAt(object, ["stringData"], undefined), ["data"], data);
}

function normalizeDefinition(object: KubeObject): KubeObject {
  const preserve = mapAt(object, "spec")["preserveUnknownFields"];
  const result = withAt(object, ["status"], undefined);
  return preserve === false ? withAt(result, ["spec", "preserveUnknownFields"], undefined) : result;
}

function normalizeBuiltIn(object: KubeObject): KubeObject {
  // The schema in a definition has fields of any name.
  if (isCustomResourceDefinition(object)) return normalizeDefinition(object);
  const normalized = normalizeMap(object);
  return isKind(object, "", "Secret") ? normalizeSecret(normalized) : normalized;
}

/** Brings inputs into the form that the API server gives back for them. */
export function normalize(object: KubeObject, hasUnknowns: boolean): KubeObject {
  let result = hasUnknowns || !isBuiltIn(object) ? object : normalizeBuiltIn(object);
  for (const field of readOnlyMetadata) result = withAt(result, ["metadata", field], undefined);
  return result;
}
