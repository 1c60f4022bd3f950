import { deepEqual, isMap, isUnknown } from "../shared/properties";
import type { PropertyMap, PropertyValue } from "../shared/properties";
import type { PropertyChange } from "../shared/propertyDiff";
import type { PropertyPath } from "../shared/propertyPath";

/** What the API server leaves out when it gives an object back. */
function isEmpty(value: PropertyValue): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isMap(value)) return Object.values(value).every(isEmpty);
  return value === null || value === false || value === 0 || value === "";
}

function diffValues(
  path: PropertyPath,
  live: PropertyValue | undefined,
  wanted: PropertyValue | undefined,
  builtIn: boolean,
): PropertyChange[] {
  const change = (kind: PropertyChange["kind"]): PropertyChange[] => [
    { path, kind, replace: false },
  ];
  if (wanted === undefined) return live === undefined ? [] : change("delete");
  if (live === undefined) return builtIn && isEmpty(wanted) ? [] : change("add");
  if (isUnknown(wanted)) return change("update");
  if (Array.isArray(live) && Array.isArray(wanted)) {
    const length = Math.max(live.length, wanted.length);
    return Array.from({ length }, (_, index) =>
      diffValues([...path, index], live[index], wanted[index], builtIn),
    ).flat();
  }
  if (isMap(live) && isMap(wanted)) return diffObjects(live, wanted, builtIn, path);
  return deepEqual(live, wanted) ? [] : change("update");
}

/** What has to change in a live object, already pruned to its inputs, to be what is wanted. */
export function diffObjects(
  live: PropertyMap,
  wanted: PropertyMap,
  builtIn: boolean,
  path: PropertyPath = [],
): PropertyChange[] {
  const keys = [...new Set([...Object.keys(live), ...Object.keys(wanted)])].sort();
  return keys.flatMap((key) => diffValues([...path, key], live[key], wanted[key], builtIn));
}
