import { deepEqual, isMap, isSecret, isSpecial } from "./properties";
import type { PropertyMap, PropertyValue } from "./properties";
import type { PropertyPath } from "./propertyPath";

export type ChangeKind = "add" | "delete" | "update";

/** One difference between two sets of properties; `replace` when it cannot be made in place. */
export interface PropertyChange {
  readonly path: PropertyPath;
  readonly kind: ChangeKind;
  readonly replace: boolean;
}

function isPlainMap(value: PropertyValue | undefined): value is PropertyMap {
  return isMap(value) && !isSecret(value) && !isSpecial(value);
}

function diffValues(
  path: PropertyPath,
  before: PropertyValue | undefined,
  after: PropertyValue | undefined,
): PropertyChange[] {
  const change = (kind: ChangeKind): PropertyChange[] => [{ path, kind, replace: false }];
  if (before === undefined || before === null) {
    return after === undefined || after === null ? [] : change("add");
  }
  if (after === undefined || after === null) return change("delete");
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) =>
      diffValues([...path, index], before[index], after[index]),
    ).flat();
  }
  if (isPlainMap(before) && isPlainMap(after)) return diffMaps(before, after, path);
  return deepEqual(before, after) ? [] : change("update");
}

/** The innermost places in which two sets of properties differ; null and absent are the same. */
export function diffMaps(
  before: PropertyMap,
  after: PropertyMap,
  path: PropertyPath = [],
): PropertyChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => diffValues([...path, key], before[key], after[key]));
}
