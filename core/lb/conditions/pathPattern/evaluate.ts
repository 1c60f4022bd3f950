import { decodePath } from "../../request/path";
import { fits } from "../../request/wildcard";
import { anyFits, firstHint, type ConditionEvaluator } from "../conditionEvaluator";
import type { PathPatternCondition } from "./values";

export const pathPattern: ConditionEvaluator<PathPatternCondition> = {
  holds: (condition, { path }) => anyFits(condition, [path], fitsPath),
  comparedWith: (_, { path }) => [path],
  nearMiss: ({ values }, { path }) => firstHint(values, (pattern) => miss(pattern, path)),
};

/** Every reserved character but those that a proxy on the way may write either way. RFC 3986, 2.2. */
const RESERVED_FOR_ALL = ":/?#[]@$&*+,;=%";

/**
 * Whether a path, as `pathForRules` gives it, fits a pattern. `! ' ( )` fit their escapes too,
 * since a proxy on the way may write them either way.
 */
export function fitsPath(pattern: string, path: string): boolean {
  return fits(pattern, path) || fits(pattern, decodePath(path, RESERVED_FOR_ALL));
}

function miss(pattern: string, path: string): string | undefined {
  if (path.endsWith("/") && fitsPath(pattern, path.slice(0, -1))) {
    return "the path ends with a slash, the pattern does not";
  }
  if (fitsPath(pattern, `${path}/`)) return `"${pattern}" needs a slash behind "${path}"`;
  if (fits(pattern, path, { anyCase: true })) return "paths are compared with case";
  if (pattern !== "/" && fitsPath(`${pattern}*`, path)) {
    return `a pattern covers the whole path; "${pattern}*" would match`;
  }
  return undefined;
}
