import { globExpression, matchWhole } from "../../ruleLanguage/glob";
import { literal } from "../../ruleLanguage/literal";
import type { ConditionMatcher } from "../conditionMatcher";
import type { HttpHeaderCondition } from "./values";

export const httpHeader: ConditionMatcher<HttpHeaderCondition> = {
  matchersOf({ name, values, regexValues }) {
    const patterns = values.map((value) => matchWhole(globExpression(value), "any case"));
    return [...patterns, ...regexValues].map(
      (expression) => `HeaderRegexp(${literal(name)}, ${literal(expression)})`,
    );
  },
};
