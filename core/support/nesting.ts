import { problem, type Issue } from "../validate";

/** More levels than any argument has. */
export const MOST_LEVELS = 32;

/**
 * The issue of arguments that hold themselves, or are nested deeper than any argument: neither could
 * be walked through to its end.
 *
 * @param isLater true for what is not known yet: it is not looked at
 */
export function nestingIssues(
  values: unknown,
  path: string,
  isLater: (value: unknown) => boolean,
): Issue[] {
  const at = tooDeep(values, { path, depth: 0, isLater, sound: new Set() });
  if (at === undefined) return [];
  const message = `contains itself, or is nested deeper than ${MOST_LEVELS} levels`;
  return [problem("KECS1024", at, message, "write the value without references to itself")];
}

interface Walk {
  readonly path: string;
  readonly depth: number;
  readonly isLater: (value: unknown) => boolean;
  /** What was walked through already: several fields may share a value. */
  readonly sound: Set<object>;
}

/** The field of the arguments in which something is too deep. */
function tooDeep(value: unknown, walk: Walk): string | undefined {
  if (typeof value !== "object" || value === null || walk.isLater(value)) return undefined;
  if (walk.sound.has(value)) return undefined;
  if (walk.depth > MOST_LEVELS) return walk.path;
  for (const [key, of] of Object.entries(value)) {
    // The whole path would be as long as the value is deep.
    const path = walk.depth === 0 ? `${walk.path}.${key}` : walk.path;
    const found = tooDeep(of, { ...walk, path, depth: walk.depth + 1 });
    if (found !== undefined) return found;
  }
  walk.sound.add(value);
  return undefined;
}
