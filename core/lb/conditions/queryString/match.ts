import { escapeCharacter } from "../../ruleLanguage/glob";
import { literal } from "../../ruleLanguage/literal";
import type { ConditionMatcher } from "../conditionMatcher";
import type { QueryPattern, QueryStringCondition } from "./values";

export const queryString: ConditionMatcher<QueryStringCondition> = {
  matchersOf: ({ values }) => values.map(matchQuery),
};

/**
 * The header in which the plugin's prelude writes down a request's query: `k=v&k2=v2`, form-decoded,
 * where `&`, `=`, `%` and all but printable ASCII are written as `%XX` again. Traefik's own matcher
 * of queries knows the key in one case only, without wildcards, and always wants one.
 */
export const QUERY_HEADER = "X-Kecs-Query";

/** One character of such a key or value: as it is, or as the bytes of its UTF-8 form. */
const ONE = "(?:[^&=%]|%[0-7][0-9A-F]|%[C-F][0-9A-F](?:%[89AB][0-9A-F])+)";
/** Whole characters only: a run that ended within one would leave half of it to the next `?`. */
const ANY = `${ONE}*`;

/** Matches a query that has a parameter of the pattern among its parameters. */
export function matchQuery({ key, value }: QueryPattern): string {
  const pair = `${key === undefined ? ANY : projected(key)}=${projected(value)}`;
  return `HeaderRegexp(${literal(QUERY_HEADER)}, ${literal(`(?is)(?:^|&)${pair}(?:&|$)`)})`;
}

function projected(pattern: string): string {
  return [...pattern.matchAll(/\\[*?\\]|[^]/gu)]
    .map(([token]) => {
      if (token === "*") return ANY;
      if (token === "?") return ONE;
      return projectCharacter(
        token.length === 2 && token.startsWith("\\") ? token.slice(1) : token,
      );
    })
    .join("");
}

function projectCharacter(character: string): string {
  if (/^[!-~]$/.test(character) && !"&=%".includes(character)) return escapeCharacter(character);
  return [...Buffer.from(character, "utf8")]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");
}
