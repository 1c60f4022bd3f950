import fc from "fast-check";
import { closest } from "../../../../core/text/closest";

const KEYS = ["httpPort", "httpsPort", "instance", "portRangeStart"];

test.each([
  ["a missing letter", "htpPort", "httpPort"],
  ["a letter too many", "instancee", "instance"],
  ["swapped letters", "instnace", "instance"],
  ["other capitals", "HTTPPORT", "httpPort"],
  ["the nearer of two", "httpsPor", "httpsPort"],
  ["three mistakes", "xxxtance", "instance"],
])("finds a key behind %s", (_, word, expected) => {
  expect(closest(word, KEYS)).toBe(expected);
});

test.each([
  ["four mistakes", "xxxxance"],
  ["another word", "banana"],
])("finds nothing behind %s", (_, word) => {
  expect(closest(word, KEYS)).toBeUndefined();
});

test("finds nothing among no candidates", () => {
  expect(closest("a", [])).toBeUndefined();
});

test("finds a word itself", () => {
  fc.assert(
    fc.property(fc.string(), (word) => {
      expect(closest(word, ["~~~~", word, "%%%%"], 0)?.toLowerCase()).toBe(word.toLowerCase());
    }),
  );
});
