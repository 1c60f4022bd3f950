import { age } from "../../../../cli/text/age";

test.each([
  [-5_000, "0s"],
  [0, "0s"],
  [59_999, "59s"],
  [60_000, "1m"],
  [3_599_999, "59m"],
  [3_600_000, "1h"],
  [86_399_999, "23h"],
  [86_400_000, "1d"],
  [40 * 86_400_000, "40d"],
])("%i ms are %s", (milliseconds, expected) => {
  expect(age(milliseconds)).toBe(expected);
});
