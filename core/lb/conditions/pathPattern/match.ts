import { escapeCharacter, globExpression, matchWhole } from "../../ruleLanguage/glob";
import { literal } from "../../ruleLanguage/literal";
import type { ConditionMatcher } from "../conditionMatcher";
import type { PathPatternCondition } from "./values";

export const pathPattern: ConditionMatcher<PathPatternCondition> = {
  matchersOf: ({ values, regexValues }) => [
    ...values.map(matchPath),
    ...regexValues.map((value) => `PathRegexp(${literal(value)})`),
  ],
};

/** Go escapes these in a path that holds anything illegal, and leaves them in any other. */
const AMBIGUOUS = /[!'()]/;

/** Matches a path against a pattern with AWS's wildcards: the whole path, case and all. */
export function matchPath(pattern: string): string {
  const rooted = pattern.startsWith("/") && !AMBIGUOUS.test(pattern);
  if (rooted && !/[*?]/.test(pattern)) return `Path(${literal(pattern)})`;
  // The same as the expression for it, and cheaper.
  if (rooted && /^[^*?]*\*$/.test(pattern)) return `PathPrefix(${literal(pattern.slice(0, -1))})`;
  const expression = globExpression(pattern, escapePathCharacter);
  return `PathRegexp(${literal(matchWhole(expression, "this case"))})`;
}

function escapePathCharacter(character: string): string {
  const plain = escapeCharacter(character);
  if (!AMBIGUOUS.test(character)) return plain;
  return `(?:${plain}|%${character.charCodeAt(0).toString(16).toUpperCase()})`;
}
