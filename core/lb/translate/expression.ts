import { matchersOf } from "../conditions/matchers";
import type { Condition } from "../model";

/** Matches every request, also `OPTIONS *`, whose target is no path. */
export const MATCH_ALL = "PathPrefix(`/`) || !PathPrefix(`/`)";

/**
 * The conditions of a rule in Traefik's rule language: all of them have to hold, each of them by
 * one of its values.
 *
 * Regular expressions are taken as they are. AWS documents no case for them, unlike for its
 * patterns, so they are as sensitive to it as they are written; `(?i)` turns it off. The host that
 * they see is in lower case and without its port.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
export function matchConditions(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? MATCH_ALL : conditions.map(matchCondition).join(" && ");
}

function matchCondition(condition: Condition): string {
  const matchers = matchersOf(condition);
  return matchers.length === 1 ? (matchers[0] ?? "") : `(${matchers.join(" || ")})`;
}
