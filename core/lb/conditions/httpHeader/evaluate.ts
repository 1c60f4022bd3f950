import { RE2JS } from "re2js";
import { valuesOf } from "../../request/header";
import { fits } from "../../request/wildcard";
import { anyFits, firstHint, type ConditionEvaluator } from "../conditionEvaluator";
import type { HttpHeaderCondition } from "./values";

export const httpHeader: ConditionEvaluator<HttpHeaderCondition> = {
  holds: (condition, { headers }) =>
    anyFits(condition, valuesOf(headers, condition.name), fitsHeader),
  comparedWith: ({ name }, { headers }) => valuesOf(headers, name),
  nearMiss: (condition, { headers }) => miss(condition, valuesOf(headers, condition.name)),
};

/** Whether a value fits the pattern of an http-header condition. */
export function fitsHeader(pattern: string, value: string): boolean {
  return fits(pattern, value, { anyCase: true });
}

function miss(
  { values, regexValues }: HttpHeaderCondition,
  received: readonly string[],
): string | undefined {
  if (
    received.some((value) => regexValues.some((expression) => findsInAnyCase(expression, value)))
  ) {
    return "an expression is compared with case; (?i) in front turns that off";
  }
  const items = received.flatMap((value) => value.split(",")).map((item) => item.trim());
  return firstHint(values, (pattern) => {
    if (!received.some((value) => fitsHeader(`*${pattern}*`, value))) return undefined;
    return items.some((item) => fitsHeader(pattern, item))
      ? `a list with commas is one value; "*${pattern}*" would match`
      : `a pattern covers the whole value; "*${pattern}*" would match`;
  });
}

function findsInAnyCase(expression: string, text: string): boolean {
  return RE2JS.compile(expression, RE2JS.CASE_INSENSITIVE).matcher(text).find();
}
