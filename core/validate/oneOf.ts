import { problem, type Issue } from ".";

/** Checks that a value, where it is given, is one of those that AWS has. */
export function oneOf(
  value: string | undefined,
  allowed: readonly string[],
  path: string,
): Issue[] {
  if (value === undefined || allowed.includes(value)) return [];
  const list = allowed.map((each) => `"${each}"`).join(", ");
  return [problem("KECS1008", path, `"${value}" is not one of ${list}`, `use one of ${list}`)];
}
