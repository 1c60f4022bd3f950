import type { Parameter } from "../../request/query";
import { fits } from "../../request/wildcard";
import { firstHint, type ConditionEvaluator } from "../conditionEvaluator";
import type { QueryPattern, QueryStringCondition } from "./values";

export const queryString: ConditionEvaluator<QueryStringCondition> = {
  holds: ({ values }, { parameters }) =>
    values.some((pattern) => parameters.some((parameter) => fitsParameter(pattern, parameter))),
  comparedWith: (_, { parameters }) => parameters.map(({ key, value }) => `${key}=${value}`),
  nearMiss: ({ values }, { parameters }) =>
    firstHint(values, (pattern) => miss(pattern, parameters)),
};

export function fitsParameter({ key, value }: QueryPattern, parameter: Parameter): boolean {
  return (key === undefined || fitsText(key, parameter.key)) && fitsText(value, parameter.value);
}

/** Whether a decoded key or value fits a pattern of a query-string condition. */
function fitsText(pattern: string, text: string): boolean {
  return fits(pattern, text, { anyCase: true, escapes: true });
}

function miss({ key, value }: QueryPattern, parameters: readonly Parameter[]): string | undefined {
  if (key === undefined) return undefined;
  const own = parameters.filter((parameter) => fitsText(key, parameter.key));
  if (own.some((parameter) => fitsText(`*${value}*`, parameter.value))) {
    return `a pattern covers the whole value; "*${value}*" would match`;
  }
  return own.length === 0 && parameters.length > 0
    ? `the query has no parameter "${key}"`
    : undefined;
}
