import { literal } from "../../ruleLanguage/literal";
import type { ConditionMatcher } from "../conditionMatcher";
import type { HttpRequestMethodCondition } from "./values";

export const httpRequestMethod: ConditionMatcher<HttpRequestMethodCondition> = {
  matchersOf: ({ values }) => values.map((value) => `Method(${literal(value)})`),
};
