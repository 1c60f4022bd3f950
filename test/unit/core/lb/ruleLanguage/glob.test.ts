import fc from "fast-check";
import { RE2JS } from "re2js";
import {
  escapeCharacter,
  globExpression,
  matchWhole,
} from "../../../../../core/lb/ruleLanguage/glob";
import { covers, wildcards } from "../../../../helpers/naiveGlob";

test.each([
  ["a", "a"],
  ["-", "-"],
  [" ", " "],
  [".", "\\."],
  ["*", "\\*"],
  ["\\", "\\\\"],
  ["`", "\\x{60}"],
  ["\n", "\\x{a}"],
  ["é", "\\x{e9}"],
  ["😀", "\\x{1f600}"],
  ["\ud83d", "\\x{fffd}"],
])("writes the character %j as %s", (character, expected) => {
  expect(escapeCharacter(character)).toBe(expected);
});

test("matches a character with itself and with no other", () => {
  const unit = fc.string({ unit: "binary", minLength: 1, maxLength: 1 });
  fc.assert(
    fc.property(unit, unit, (character, other) => {
      const expression = RE2JS.compile(`(?s)^${escapeCharacter(character)}$`);
      expect(expression.test(character)).toBe(true);
      expect(expression.test(other)).toBe(character === other);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["/a*/?.x", "any case", "(?is)^/a.*/.\\.x$"],
  ["", "this case", "(?s)^$"],
] as const)("covers the whole of %j in %s with %s", (pattern, compare, expected) => {
  expect(matchWhole(globExpression(pattern), compare)).toBe(expected);
});

test("matches wildcards as AWS does, for any pattern and any text", () => {
  const unit = fc.constantFrom("a", "b", ".", "/", "\n", "😀");
  const text = fc.string({ unit, maxLength: 8 });
  const pattern = fc.string({ unit: fc.oneof(unit, fc.constantFrom("*", "?")), maxLength: 8 });
  fc.assert(
    fc.property(pattern, text, (of, subject) => {
      const expression = RE2JS.compile(matchWhole(globExpression(of), "this case"));
      expect(expression.test(subject)).toBe(covers(wildcards(of), Array.from(subject)));
    }),
    { numRuns: 2000 },
  );
});
