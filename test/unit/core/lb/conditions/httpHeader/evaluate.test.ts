import { fitsHeader } from "../../../../../../core/lb/conditions/httpHeader/evaluate";

test.each([
  ["prod", "PROD", true],
  ["prod", "production", false],
  ["*Chrome*", "xCHROMEx", true],
  ["*", "", true],
])("%s fits %s: %s", (pattern, value, expected) => {
  expect(fitsHeader(pattern, value)).toBe(expected);
});
