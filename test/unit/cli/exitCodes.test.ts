import { exitCodeFor } from "../../../cli/exitCodes";
import { problem, type Code } from "../../../core/validate";

test.each<[string, Code, number]>([
  ["an argument", "KECS1002", 2],
  ["an unknown option", "KECS4001", 2],
  ["a missing confirmation", "KECS4003", 2],
  ["a taken port", "KECS2006", 3],
  ["a missing program", "KECS2004", 3],
  ["an unknown stack", "KECS4002", 4],
  ["a missing project", "KECS4006", 4],
  ["an unknown service", "KECS4007", 4],
  ["a busy stack", "KECS4004", 1],
  ["a URL that does not answer", "KECS3002", 1],
  ["a fault of KECS", "KECS9001", 1],
  ["an interruption", "KECS4005", 130],
])("%s (%s, %s) has its exit code", (_, code, expected) => {
  expect(exitCodeFor([problem(code, "", "")])).toBe(expected);
});

test("warnings do not decide, the first error does", () => {
  const warning = { ...problem("KECS1002", "", ""), severity: "warning" as const };
  expect(exitCodeFor([warning, problem("KECS2006", "", ""), problem("KECS4002", "", "")])).toBe(3);
  expect(exitCodeFor([])).toBe(1);
});
