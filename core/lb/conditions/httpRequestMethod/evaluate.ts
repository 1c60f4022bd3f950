import type { ConditionEvaluator } from "../conditionEvaluator";
import type { HttpRequestMethodCondition } from "./values";

export const httpRequestMethod: ConditionEvaluator<HttpRequestMethodCondition> = {
  holds: ({ values }, { method }) => values.includes(method),
  comparedWith: (_, { method }) => [method],
  nearMiss: ({ values }, { method }) =>
    values.includes(method.toUpperCase()) ? "methods are compared with case" : undefined,
};
