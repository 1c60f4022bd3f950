import { RE2JS } from "re2js";
import type { NormalizedRequest } from "../request/normalizedRequest";
import type { Patterns } from "./patternValues";

/** How a kind of condition is held against a request. */
export interface ConditionEvaluator<Model> {
  /** Whether one of a condition's values holds. */
  holds(condition: Model, received: NormalizedRequest): boolean;
  /** Every text of the request that a condition was compared with. */
  comparedWith(condition: Model, received: NormalizedRequest): string[];
  /** What would have made a failed condition hold, where the difference is a small one. */
  nearMiss(condition: Model, received: NormalizedRequest): string | undefined;
}

/** Whether one of the texts fits one of the patterns or expressions. */
export function anyFits(
  { values, regexValues }: Patterns,
  texts: readonly string[],
  fits: (pattern: string, text: string) => boolean,
): boolean {
  return texts.some(
    (text) =>
      values.some((pattern) => fits(pattern, text)) ||
      // Unlike a pattern, an expression may match a part; `^` and `$` hold it to the whole.
      regexValues.some((expression) => RE2JS.compile(expression).matcher(text).find()),
  );
}

/** The hint of the first value that has one. */
export function firstHint<T>(
  values: readonly T[],
  hint: (value: T) => string | undefined,
): string | undefined {
  return values.map(hint).find((text) => text !== undefined);
}
