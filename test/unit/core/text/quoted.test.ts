import { quoted } from "../../../../core/text/quoted";

test("keeps a text in one line, and short", () => {
  expect(quoted("a\nb")).toBe('"a b"');
  expect(quoted("x".repeat(121))).toBe(`"${"x".repeat(120)}..."`);
  expect(quoted("x".repeat(120))).toBe(`"${"x".repeat(120)}"`);
});
