import { isMap } from "../shared/properties";
import type { PropertyMap, PropertyValue } from "../shared/properties";

function pruneValue(value: PropertyValue, shape: PropertyValue): PropertyValue {
  if (isMap(value) && isMap(shape)) return prune(value, shape);
  if (!Array.isArray(value) || !Array.isArray(shape)) return value;
  if (value.length === 0 || shape.length === 0) return [];
  const count = Math.min(value.length, shape.length);
  return value.slice(0, count).map((item, index) => pruneValue(item, shape[index] ?? null));
}

/** The part of a live object that has the shape of the inputs it came from. */
export function prune(live: PropertyMap, inputs: PropertyMap): PropertyMap {
  return Object.fromEntries(
    Object.entries(live).flatMap(([key, value]) => {
      const shape = inputs[key];
      return shape === undefined ? [] : [[key, pruneValue(value, shape)]];
    }),
  );
}
