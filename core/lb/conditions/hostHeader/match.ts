import { matchHost } from "../../ruleLanguage/host";
import { literal } from "../../ruleLanguage/literal";
import type { ConditionMatcher } from "../conditionMatcher";
import type { HostHeaderCondition } from "./values";

export const hostHeader: ConditionMatcher<HostHeaderCondition> = {
  matchersOf: ({ values, regexValues }) => [
    ...values.map(matchHost),
    ...regexValues.map((value) => `HostRegexp(${literal(value)})`),
  ],
};
