import type { ConditionEvaluator } from "./conditionEvaluator";
import { hostHeader } from "./hostHeader/evaluate";
import { httpHeader } from "./httpHeader/evaluate";
import { httpRequestMethod } from "./httpRequestMethod/evaluate";
import type { Condition, ConditionOf } from "./kinds";
import { pathPattern } from "./pathPattern/evaluate";
import { queryString } from "./queryString/evaluate";
import { sourceIp } from "./sourceIp/evaluate";

const EVALUATORS: {
  readonly [Field in Condition["field"]]: ConditionEvaluator<ConditionOf<Field>>;
} = {
  "host-header": hostHeader,
  "path-pattern": pathPattern,
  "http-header": httpHeader,
  "http-request-method": httpRequestMethod,
  "query-string": queryString,
  "source-ip": sourceIp,
};

/** How a condition is held against a request. */
export function evaluatorOf({ field }: Condition): ConditionEvaluator<Condition> {
  return EVALUATORS[field];
}
