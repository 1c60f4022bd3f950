import { problem, type Issue } from "../../validate";
import { givenFields, UNIQUE_NAMES, type ConditionValues, type GivenField } from "./kinds";

/*
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
export const MAX_VALUES = 5;
export const MAX_WILDCARDS = 6;

/** What AWS limits over all conditions of a rule together. */
export function validateLimits(conditions: readonly ConditionValues[], path: string): Issue[] {
  const given = conditions.flatMap(givenFields);
  const values = sum(given, ({ kind, given: of }) => kind.countValues(of));
  const wildcards = sum(given, ({ kind, given: of }) => kind.countWildcards(of));
  return [
    ...UNIQUE_NAMES.flatMap((field) => validateOnce(field, conditions, path)),
    ...validateCount("condition values", values, MAX_VALUES, path),
    ...validateCount("wildcards", wildcards, MAX_WILDCARDS, path),
  ];
}

function sum(given: readonly GivenField[], count: (field: GivenField) => number): number {
  return given.reduce((all, field) => all + count(field), 0);
}

function validateOnce(
  field: keyof ConditionValues,
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
