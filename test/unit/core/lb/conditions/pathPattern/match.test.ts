import fc from "fast-check";
import { RE2JS } from "re2js";
import { matchPath } from "../../../../../../core/lb/conditions/pathPattern/match";
import { covers, wildcards } from "../../../../../helpers/naiveGlob";
import { parseRule } from "../../../../../helpers/traefikRule";

test.each([
  ["a path", "/exact", "Path(`/exact`)"],
  ["a path with a blank, which routing sees decoded", "/sp ace", "Path(`/sp ace`)"],
  ["everything below a path", "/img/*", "PathPrefix(`/img/`)"],
  ["every path", "/*", "PathPrefix(`/`)"],
  ["every target, also one that is no path", "*", "PathRegexp(`(?s)^.*$`)"],
  ["an inner wildcard", "/in/*/pics", "PathRegexp(`(?s)^/in/.*/pics$`)"],
  ["two wildcards at the end", "/a**", "PathRegexp(`(?s)^/a.*.*$`)"],
  ["one character", "/v?/x", "PathRegexp(`(?s)^/v./x$`)"],
  ["a pattern without a slash in front", "*.php", "PathRegexp(`(?s)^.*\\.php$`)"],
  ["a path without a slash in front", "php", "PathRegexp(`(?s)^php$`)"],
  ["what Go may escape on the way", "/it's", "PathRegexp(`(?s)^/it(?:'|%27)s$`)"],
  ["the same below a path", "/(a)/*", "PathRegexp(`(?s)^/(?:\\(|%28)a(?:\\)|%29)/.*$`)"],
  [
    "characters that mean something elsewhere",
    "/c.$~@:+&_-/?",
    "PathRegexp(`(?s)^/c\\.\\$~@:\\+&_-/.$`)",
  ],
  ["a backtick", "/`", 'Path("/`")'],
])("matches %s: %s", (_, pattern, expected) => {
  expect(matchPath(pattern)).toBe(expected);
});

/** What Traefik's matchers do, which its own matcher.go says in a line each. */
function matches(rule: string, path: string): boolean {
  const tree = parseRule(rule);
  const value = "matcher" in tree ? (tree.values[0] ?? "") : "";
  switch ("matcher" in tree ? tree.matcher : "") {
    case "Path":
      return path === value;
    case "PathPrefix":
      return path.startsWith(value);
    case "PathRegexp":
      return RE2JS.compile(value).test(path);
    default:
      throw new Error(rule);
  }
}

test("matches a path as AWS does, whichever matcher it takes for it", () => {
  const unit = fc.constantFrom("a", "A", "/", ".", "'", "!");
  const path = fc.string({ unit, maxLength: 7 }).map((rest) => `/${rest}`);
  const pattern = fc.string({ unit: fc.oneof(unit, fc.constantFrom("*", "?")), maxLength: 7 });
  const rooted = fc.oneof(
    pattern.map((rest) => `/${rest}`),
    pattern,
  );
  fc.assert(
    fc.property(rooted, path, (of, subject) => {
      expect(matches(matchPath(of), subject)).toBe(covers(wildcards(of), Array.from(subject)));
    }),
    { numRuns: 2000 },
  );
});

test("matches a path that Go has escaped on the way like one that it has not", () => {
  const unit = fc.constantFrom("a", "!", "'", "(", ")");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 6 }), (rest) => {
      const escaped = rest.replace(
        /[!'()]/g,
        (character) => `%${character.charCodeAt(0).toString(16)}`,
      );
      expect(matches(matchPath(`/${rest}`), `/${escaped}`)).toBe(true);
    }),
  );
});
