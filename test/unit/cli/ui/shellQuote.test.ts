import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { inQuotes, shellQuote } from "../../../../cli/ui/shellQuote";

test.each([
  ["dev", "dev"],
  ["organization/kecs/dev", "organization/kecs/dev"],
  ["it's", `'it'\\''s'`],
  ["a b", "'a b'"],
  ["", "''"],
  ["~", "'~'"],
])("writes %j as %s", (argument, expected) => {
  expect(shellQuote(argument)).toBe(expected);
});

test("a shell takes every argument as it is", () => {
  const argument = fc.string({ unit: fc.constantFrom(..."'\"\\$`!~*?&;|<>(){}# \n\tö") });
  const samples = fc.sample(argument, 200);
  const script = samples.flatMap((each) => [shellQuote(each), inQuotes(each)]).join(" ");
  const printed = execFileSync("/bin/sh", ["-c", `printf '%s\\0' ${script}`], { encoding: "utf8" });
  expect(printed.split("\0").slice(0, -1)).toEqual(samples.flatMap((each) => [each, each]));
});
