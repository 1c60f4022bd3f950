import type { Shape } from "./model";

const INTEGERS: Readonly<Record<string, number>> = {
  integer: 2 ** 31,
  long: Number.MAX_SAFE_INTEGER,
};

interface Constraint {
  readonly words: string;
  readonly fits: (value: unknown) => boolean;
}

const known = new WeakMap<Shape, readonly Constraint[]>();

/** What a shape demands of a value by itself, in AWS's words. */
export function constraintsOf(shape: Shape): readonly Constraint[] {
  const found = known.get(shape) ?? [
    ...integer(shape),
    ...limits(shape),
    ...choice(shape),
    ...pattern(shape),
  ];
  known.set(shape, found);
  return found;
}

function integer({ type }: Shape): readonly Constraint[] {
  const bound = INTEGERS[type];
  if (bound === undefined) return [];
  const fits = (value: unknown): boolean =>
    Number.isInteger(value) && Number(value) >= -bound && Number(value) < bound;
  return [{ words: `Member must be an integer of ${type === "long" ? 64 : 32} bits`, fits }];
}

function limits({ type, min, max }: Shape): readonly Constraint[] {
  const what = type === "integer" || type === "long" || type === "double" ? "value" : "length";
  const found: Constraint[] = [];
  if (max !== undefined) {
    const words = `Member must have ${what} less than or equal to ${max}`;
    found.push({ words, fits: (value) => size(value) <= max });
  }
  if (min !== undefined) {
    const words = `Member must have ${what} greater than or equal to ${min}`;
    found.push({ words, fits: (value) => size(value) >= min });
  }
  return found;
}

function size(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  return value instanceof Uint8Array ? value.byteLength : Object.keys(value as object).length;
}

function choice({ enum: values }: Shape): readonly Constraint[] {
  if (values === undefined) return [];
  const words = `Member must satisfy enum value set: [${values.join(", ")}]`;
  return [{ words, fits: (value) => values.includes(String(value)) }];
}

function pattern({ pattern: source, max = Infinity }: Shape): readonly Constraint[] {
  if (source === undefined) return [];
  const words = `Member must satisfy regular expression pattern: ${source}`;
  const whole = new RegExp(`^(?:${source})$`, "u");
  // A text that is too long is refused for that, and costs no search.
  return [{ words, fits: (value) => size(value) > max || whole.test(String(value)) }];
}
