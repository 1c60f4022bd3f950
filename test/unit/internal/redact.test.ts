import fc from "fast-check";
import { redact } from "../../../components/internal/redact";

test.each<[string, string, string[], string]>([
  ["a value", "password hunter2!", ["hunter2"], "password [secret]!"],
  ["every occurrence", "abcd abcd", ["abcd"], "[secret] [secret]"],
  ["the longest first", "abcdef", ["abcd", "abcdef"], "[secret]"],
  ["base64", "aHVudGVyMg==", ["hunter2"], "[secret]"],
  ["base64 without its padding", "aHVudGVyMg.", ["hunter2"], "[secret]."],
  ["signs of expressions as they are", "a.*(b", ["a.*(b"], "[secret]"],
  ["a value that the mark holds", "secret", ["secret"], "[secret]"],
  ["the lines of a long value", "> first line", ["first line\nsecond line"], "> [secret]"],
  ["no short value", "abc", ["abc"], "abc"],
  ["nothing without values", "abc", [], "abc"],
])("strikes %s", (_, text, values, expected) => {
  expect(redact(text, values)).toBe(expected);
});

test("leaves no value of four or more characters, whatever it is", () => {
  const value = fc.string({ minLength: 4, unit: "binary" });
  fc.assert(
    fc.property(fc.string(), value, fc.string(), fc.array(fc.string()), (a, of, b, others) => {
      fc.pre(!"[secret]".includes(of));
      const clean = redact(`${a}${of}${b}`, [of, ...others]);
      expect(clean.split("[secret]").some((rest) => rest.includes(of))).toBe(false);
    }),
  );
});
