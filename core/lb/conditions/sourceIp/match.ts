import { literal } from "../../ruleLanguage/literal";
import type { ConditionMatcher } from "../conditionMatcher";
import type { SourceIpCondition } from "./values";

export const sourceIp: ConditionMatcher<SourceIpCondition> = {
  matchersOf: ({ values }) => values.map((value) => `ClientIP(${literal(value)})`),
};
