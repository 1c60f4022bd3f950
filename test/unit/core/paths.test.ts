import { isWithin } from "../../../core/paths";

test.each<[string, string[], boolean]>([
  ["a.b", ["a"], true],
  ["a[0].b", ["a"], true],
  ["a", ["a"], true],
  ["ab", ["a"], false],
  ["a", ["a.b"], false],
  ["a", [""], true],
  ["a", [], false],
])("%s lies within %j: %s", (path, roots, expected) => {
  expect(isWithin(path, roots)).toBe(expected);
});
