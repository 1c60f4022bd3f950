import fc from "fast-check";
import { RE2JS } from "re2js";
import type { QueryPattern } from "../../../../../../core/lb/model";
import { matchQuery } from "../../../../../../core/lb/conditions/queryString/match";
import { covers, escapedWildcards } from "../../../../../helpers/naiveGlob";
import { parseRule } from "../../../../../helpers/traefikRule";

type Pair = readonly [key: string, value: string];

/** The projection of decoded pairs as the plugin's prelude makes it. */
function project(pairs: readonly Pair[]): string {
  const part = (decoded: string) =>
    Array.from(Buffer.from(decoded, "utf8"), (byte) => {
      const character = String.fromCharCode(byte);
      return byte <= 0x20 || byte > 0x7e || "&=%".includes(character)
        ? `%${byte.toString(16).toUpperCase().padStart(2, "0")}`
        : character;
    }).join("");
  return pairs.map(([key, value]) => `${part(key)}=${part(value)}`).join("&");
}

function expressionOf(pattern: QueryPattern): string {
  const tree = parseRule(matchQuery(pattern));
  if (!("matcher" in tree)) throw new Error(matchQuery(pattern));
  expect(tree.matcher).toBe("HeaderRegexp");
  expect(tree.values[0]).toBe("X-Kecs-Query");
  return tree.values[1] ?? "";
}

const ONE = "(?:[^&=%]|%[0-7][0-9A-F]|%[C-F][0-9A-F](?:%[89AB][0-9A-F])+)";

test.each([
  [{ key: "version", value: "v1" }, "version=v1"],
  [{ value: "v1" }, `${ONE}*=v1`],
  [{ key: "k*", value: "a?" }, `k${ONE}*=a${ONE}`],
  [{ key: "k", value: "a\\*b\\?c\\\\d\\e" }, "k=a\\*b\\?c\\\\d\\\\e"],
  [{ key: "eq", value: "a=b&c%" }, "eq=a%3Db%26c%25"],
  [{ key: "n", value: "é (.+" }, "n=%C3%A9%20\\(\\.\\+"],
])("matches the parameter %j", (pattern, expected) => {
  expect(expressionOf(pattern)).toBe(`(?is)(?:^|&)${expected}(?:&|$)`);
});

test("matches a query as AWS does, for any pattern and any parameters", () => {
  const unit = fc.constantFrom("a", "b", "&", "=", "%", " ", "*", "\\", "é", "😀", ".");
  const text = fc.string({ unit, maxLength: 3 });
  const pattern = fc.string({ unit: fc.oneof(unit, fc.constantFrom("?", "*")), maxLength: 4 });
  const pairs = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.option(pattern, { nil: undefined }), pattern, pairs, (key, value, query) => {
      const expected = query.some(
        ([k, v]) =>
          (key === undefined || covers(escapedWildcards(key), Array.from(k))) &&
          covers(escapedWildcards(value), Array.from(v)),
      );
      const expression = expressionOf(key === undefined ? { value } : { key, value });
      expect(RE2JS.compile(expression).test(project(query))).toBe(expected);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ["Version=V1", true],
  ["a=b&VERSION=v1&c=d", true],
  ["xversion=v1", false],
  ["version=v12", false],
  ["u=1%26version=v1", false],
])("compares %s without case and as a whole", (projected, expected) => {
  const expression = expressionOf({ key: "version", value: "v1" });
  expect(RE2JS.compile(expression).test(projected)).toBe(expected);
});
