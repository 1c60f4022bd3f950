import { problem, type Issue } from "../../validate";
import type { ConditionValues } from "./values";

/*
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
export const MAX_VALUES = 5;
export const MAX_WILDCARDS = 6;
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html */
const ONCE = ["hostHeader", "pathPattern", "httpRequestMethod", "sourceIp"] as const;

/** What AWS limits over all conditions of a rule together. */
export function validateLimits(conditions: readonly ConditionValues[], path: string): Issue[] {
  return [
    ...ONCE.flatMap((field) => validateOnce(field, conditions, path)),
    ...validateCount("condition values", conditions.flatMap(valuesOf).length, MAX_VALUES, path),
    ...validateCount("wildcards", countWildcards(conditions), MAX_WILDCARDS, path),
  ];
}

function validateOnce(
  field: (typeof ONCE)[number],
  conditions: readonly ConditionValues[],
  path: string,
): Issue[] {
  const [first, ...more] = [...conditions.keys()].filter((i) => conditions[i]?.[field]);
  return more.map((i) =>
    problem(
      "KECS1018",
      `${path}[${i}].${field}`,
      `a rule has one ${field} condition, and ${path}[${first}] is it`,
      "put the values into one condition where any of them will do",
    ),
  );
}

function validateCount(what: string, count: number, limit: number, path: string): Issue[] {
  if (count <= limit) return [];
  return [
    problem(
      "KECS1018",
      path,
      `the rule has "${count}" ${what}, and AWS allows ${limit} in a rule`,
      "split it into several rules with the same action",
    ),
  ];
}

/** Every value of a condition that AWS counts. */
function valuesOf(condition: ConditionValues): string[] {
  const { hostHeader, pathPattern, httpHeader, httpRequestMethod, sourceIp } = condition;
  return [
    ...[hostHeader, pathPattern, httpHeader].flatMap((of) => [
      ...(of?.values ?? []),
      ...(of?.regexValues ?? []),
    ]),
    ...[httpRequestMethod, sourceIp].flatMap((of) => of?.values ?? []),
    ...(condition.queryStrings ?? []).map(({ key = "", value }) => `${key}=${value}`),
  ];
}

/** A question mark in a regular expression is none; in a query `\*` and `\?` are none either. */
function countWildcards(conditions: readonly ConditionValues[]): number {
  const texts = conditions.flatMap(({ hostHeader, pathPattern, httpHeader, queryStrings }) => [
    ...[hostHeader, pathPattern, httpHeader].flatMap((of) => of?.values ?? []),
    ...(queryStrings ?? [])
      .map(({ key = "", value }) => `${key} ${value}`)
      .map((text) => text.replace(/\\[*?\\]/g, "")),
  ]);
  return texts.join("").replace(/[^*?]/g, "").length;
}
