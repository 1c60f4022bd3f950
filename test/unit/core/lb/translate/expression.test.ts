import fc from "fast-check";
import { RE2JS } from "re2js";
import type { Condition } from "../../../../../core/lb/model";
import { MATCH_ALL, matchConditions } from "../../../../../core/lb/translate/expression";
import { condition } from "../../../../helpers/arbitraryRouting";
import { parseRule, type Tree } from "../../../../helpers/traefikRule";

const NONE = { regexValues: [] };

test.each<[string, Condition[], string]>([
  ["a host", [{ field: "host-header", values: ["Api.test"], ...NONE }], "Host(`api.test`)"],
  [
    "one of several hosts",
    [{ field: "host-header", values: ["a.test", "*.b.test"], ...NONE }],
    "(Host(`a.test`) || HostRegexp(`(?is)^.*\\.b\\.test\\.?$`))",
  ],
  [
    "a host by a regular expression",
    [{ field: "host-header", values: [], regexValues: ["^t-[a-z]+\\.test$"] }],
    "HostRegexp(`^t-[a-z]+\\.test$`)",
  ],
  [
    "one of several paths",
    [{ field: "path-pattern", values: ["/one", "/two/*", "*.php"], ...NONE }],
    "(Path(`/one`) || PathPrefix(`/two/`) || PathRegexp(`(?s)^.*\\.php$`))",
  ],
  [
    "a path by a regular expression",
    [{ field: "path-pattern", values: [], regexValues: ["^/v[0-9]+/`$"] }],
    'PathRegexp("^/v[0-9]+/`$")',
  ],
  [
    "a header",
    [{ field: "http-header", name: "X-Env", values: ["prod", "*v?"], ...NONE }],
    "(HeaderRegexp(`X-Env`, `(?is)^prod$`) || HeaderRegexp(`X-Env`, `(?is)^.*v.$`))",
  ],
  [
    "a header with everything that could be mistaken",
    [{ field: "http-header", name: "X-Odd", values: ['a`b"c\\d(.+'], ...NONE }],
    'HeaderRegexp(`X-Odd`, `(?is)^a\\x{60}b"c\\\\d\\(\\.\\+$`)',
  ],
  [
    "a header by a regular expression",
    [{ field: "http-header", name: "X-Ver", values: [], regexValues: ["^2\\.[0-9]+$"] }],
    "HeaderRegexp(`X-Ver`, `^2\\.[0-9]+$`)",
  ],
  [
    "one of several methods",
    [{ field: "http-request-method", values: ["POST", "PURGE-ALL"] }],
    "(Method(`POST`) || Method(`PURGE-ALL`))",
  ],
  [
    "a parameter",
    [{ field: "query-string", values: [{ key: "version", value: "v1" }] }],
    "HeaderRegexp(`X-Kecs-Query`, `(?is)(?:^|&)version=v1(?:&|$)`)",
  ],
  [
    "one of several addresses",
    [{ field: "source-ip", values: ["10.0.0.0/8", "2001:db8::/32"] }],
    "(ClientIP(`10.0.0.0/8`) || ClientIP(`2001:db8::/32`))",
  ],
  [
    "all of several conditions",
    [
      { field: "path-pattern", values: ["/a", "/b"], ...NONE },
      { field: "http-request-method", values: ["GET"] },
    ],
    "(Path(`/a`) || Path(`/b`)) && Method(`GET`)",
  ],
  ["everything where nothing has to hold", [], MATCH_ALL],
])("matches %s", (_, conditions, expected) => {
  expect(matchConditions(conditions)).toBe(expected);
});

test("matches every request with MATCH_ALL, also one whose target is no path", () => {
  const prefix = { matcher: "PathPrefix", values: ["/"] };
  expect(parseRule(MATCH_ALL)).toEqual({ op: "||", of: [prefix, { not: prefix }] });
});

const MATCHERS: Readonly<Record<Condition["field"], readonly string[]>> = {
  "host-header": ["Host", "HostRegexp"],
  "path-pattern": ["Path", "PathPrefix", "PathRegexp"],
  "http-header": ["HeaderRegexp"],
  "http-request-method": ["Method"],
  "query-string": ["HeaderRegexp"],
  "source-ip": ["ClientIP"],
};

/** The operands of a tree, where there may be a single one. */
function operands(tree: Tree, op: "||" | "&&"): readonly Tree[] {
  return "op" in tree && tree.op === op ? tree.of : [tree];
}

/** What stands in a matcher for a value that is taken as it is. */
function verbatim(of: Condition): readonly (readonly string[])[] {
  if (of.field === "http-request-method" || of.field === "source-ip") {
    return of.values.map((value) => [value]);
  }
  if (of.field === "query-string") return [];
  return of.regexValues.map((value) => (of.field === "http-header" ? [of.name, value] : [value]));
}

test("reads back as the conditions that were meant, whatever is in them", () => {
  fc.assert(
    fc.property(fc.array(condition, { minLength: 1, maxLength: 4 }), (conditions) => {
      const parts = operands(parseRule(matchConditions(conditions)), "&&");
      expect(parts).toHaveLength(conditions.length);
      conditions.forEach((of, i) => {
        const leaves = operands(parts[i] ?? { matcher: "", values: [] }, "||");
        const count = of.values.length + ("regexValues" in of ? of.regexValues.length : 0);
        expect(leaves).toHaveLength(count);
        for (const leaf of leaves) {
          expect(MATCHERS[of.field]).toContain("matcher" in leaf ? leaf.matcher : "no matcher");
        }
        const read = leaves.map((leaf) => ("matcher" in leaf ? leaf.values : []));
        for (const taken of verbatim(of)) expect(read).toContainEqual(taken);
        if (of.field === "http-header")
          expect(new Set(read.map(([name]) => name))).toEqual(new Set([of.name]));
      });
    }),
    { numRuns: 1000 },
  );
});

test("makes expressions of patterns that compile, in ASCII as HostRegexp wants them", () => {
  fc.assert(
    fc.property(condition, (of) => {
      fc.pre(!("regexValues" in of && of.regexValues.length > 0));
      for (const leaf of operands(parseRule(matchConditions([of])), "||")) {
        if (!("matcher" in leaf) || !leaf.matcher.endsWith("Regexp")) continue;
        const expression = leaf.values.at(-1) ?? "";
        expect(expression).toMatch(/^[ -~]+$/);
        expect(() => RE2JS.compile(expression)).not.toThrow();
      }
    }),
    { numRuns: 1000 },
  );
});
