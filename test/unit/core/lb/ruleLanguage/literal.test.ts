import fc from "fast-check";
import { literal } from "../../../../../core/lb/ruleLanguage/literal";
import { parseRule } from "../../../../helpers/traefikRule";

test.each([
  ["a plain value", "a.test", "`a.test`"],
  ["nothing", "", "``"],
  ["quotes and backslashes", 'a"b\\c', '`a"b\\c`'],
  ["letters of any script", "é✓😀", "`é✓😀`"],
  ["a backtick", "a`b", '"a`b"'],
  ["a backtick beside a quote and a backslash", '`"\\', '"`\\"\\\\"'],
  ["a line break", "a\nb", '"a\\nb"'],
  ["a carriage return, which a raw literal would drop", "a\rb", '"a\\rb"'],
  ["NUL, which Go's source cannot hold", "a\0b", '"a\\u0000b"'],
  ["a byte order mark, which Go's source cannot hold", "a\ufeffb", '"a\\ufeffb"'],
  ["half of a surrogate pair, which UTF-8 cannot hold", "a\ud83db", '"a\ufffdb"'],
])("writes %s as a literal of Go", (_, value, expected) => {
  expect(literal(value)).toBe(expected);
});

test("reads back as the same value, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      expect(parseRule(`Host(${literal(value)})`)).toEqual({ matcher: "Host", values: [value] });
    }),
    { numRuns: 1000 },
  );
});

test("has no way out for a value that tries", () => {
  const unit = fc.constantFrom("`", '"', "\\", "(", ")", "|", "&", ",", "!", "\r", "\n", "\0", "a");
  fc.assert(
    fc.property(fc.string({ unit }), (value) => {
      expect(parseRule(`Host(${literal(value)})`)).toEqual({ matcher: "Host", values: [value] });
    }),
    { numRuns: 2000 },
  );
});
