import { fitsPath } from "../../../../../../core/lb/conditions/pathPattern/evaluate";

test.each([
  ["/a!(b)", "/a%21%28b%29", true],
  ["/a%21", "/a%21", true],
  ["/a!", "/a!", true],
  ["/a/b", "/a%2Fb", false],
  ["/a???b", "/a%2Fb", true],
  ["/A", "/a", false],
])("%s fits %s: %s", (pattern, path, expected) => {
  expect(fitsPath(pattern, path)).toBe(expected);
});
