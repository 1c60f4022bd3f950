import fc from "fast-check";
import { fits, lowerCase } from "../../../../../core/lb/request/wildcard";
import { covers, wildcards } from "../../../../helpers/naiveGlob";

test.each([
  ["", "", true],
  ["", "a", false],
  ["*", "", true],
  ["?", "", false],
  ["/img/*", "/img/", true],
  ["/img/*", "/img", false],
  ["/v?/x", "/v//x", true],
  ["*a*b", "aab", true],
  ["a*b*c", "abcb", false],
  ["/a", "/A", false],
  [".+", "xx", false],
])("%s fits %s: %s", (pattern, text, expected) => {
  expect(fits(pattern, text)).toBe(expected);
});

test("compares in any case, of ASCII alone", () => {
  expect(fits("AbC?", "aBcd", { anyCase: true })).toBe(true);
  expect(fits("\u00c4", "\u00e4", { anyCase: true })).toBe(false);
  expect(lowerCase("A\u212a")).toBe("a\u212a");
});

test.each([
  ["a\\*b", "a*b", true],
  ["a\\*b", "axb", false],
  ["a\\?b", "a?b", true],
  ["a\\\\*", "a\\x", true],
  ["a\\b", "a\\b", true],
])("reads escapes where they are ones: %s fits %s: %s", (pattern, text, expected) => {
  expect(fits(pattern, text, { escapes: true })).toBe(expected);
});

test("takes a backslash as it is where there are no escapes", () => {
  expect(fits("a\\*", "a\\xyz")).toBe(true);
});

test("counts a character beyond 16 bits as one", () => {
  expect(fits("?", "\u{1f600}")).toBe(true);
});

test("agrees with the definition for any pattern and any text", () => {
  const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 8 });
  const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 10 });
  fc.assert(
    fc.property(pattern, text, (of, against) => {
      expect(fits(of, against)).toBe(covers(wildcards(of), Array.from(against)));
    }),
    { numRuns: 3000 },
  );
});
