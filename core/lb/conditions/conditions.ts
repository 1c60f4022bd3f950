import type { Condition } from "../model";
import type { ConditionValues } from "./values";

/**
 * A rule's conditions as the model has them: hosts in lower case, as letter case does not count
 * there. The conditions have passed `validateConditions`.
 */
export function conditionsOf(conditions: readonly ConditionValues[]): Condition[] {
  return conditions.map(conditionOf);
}

function conditionOf(condition: ConditionValues): Condition {
  const { hostHeader, pathPattern, httpHeader, httpRequestMethod, queryStrings, sourceIp } =
    condition;
  if (hostHeader !== undefined) {
    const { values = [], regexValues = [] } = hostHeader;
    return { field: "host-header", values: values.map((host) => host.toLowerCase()), regexValues };
  }
  if (pathPattern !== undefined) {
    const { values = [], regexValues = [] } = pathPattern;
    return { field: "path-pattern", values, regexValues };
  }
  if (httpHeader !== undefined) {
    const { httpHeaderName: name, values = [], regexValues = [] } = httpHeader;
    return { field: "http-header", name, values, regexValues };
  }
  if (httpRequestMethod !== undefined) {
    return { field: "http-request-method", values: httpRequestMethod.values };
  }
  if (queryStrings !== undefined) {
    const values = queryStrings.map(({ key, value }) =>
      key === undefined ? { value } : { key, value },
    );
    return { field: "query-string", values };
  }
  return { field: "source-ip", values: sourceIp?.values ?? [] };
}
