import type { ConditionMatcher } from "./conditionMatcher";
import { hostHeader } from "./hostHeader/match";
import { httpHeader } from "./httpHeader/match";
import { httpRequestMethod } from "./httpRequestMethod/match";
import type { Condition, ConditionOf } from "./kinds";
import { pathPattern } from "./pathPattern/match";
import { queryString } from "./queryString/match";
import { sourceIp } from "./sourceIp/match";

const MATCHERS: {
  readonly [Field in Condition["field"]]: ConditionMatcher<ConditionOf<Field>>;
} = {
  "host-header": hostHeader,
  "path-pattern": pathPattern,
  "http-header": httpHeader,
  "http-request-method": httpRequestMethod,
  "query-string": queryString,
  "source-ip": sourceIp,
};

/** A condition's matchers in Traefik's rule language: one of them has to hold. */
export function matchersOf(condition: Condition): string[] {
  const matcher: ConditionMatcher<Condition> = MATCHERS[condition.field];
  return matcher.matchersOf(condition);
}
