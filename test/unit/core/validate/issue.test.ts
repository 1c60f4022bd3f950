import { formatIssue, isSound, problem } from "../../../../core/validate";

test("writes code, place and message on one line and the hint below", () => {
  expect(formatIssue(problem("KECS1002", "i.httpPort", '"0.5" is not a port', "set it"))).toBe(
    'error KECS1002: i.httpPort: "0.5" is not a port\n  hint: set it',
  );
});

test("leaves out a place and a hint that there are not", () => {
  expect(formatIssue(problem("KECS9001", "", "it failed"))).toBe("error KECS9001: it failed");
});

test("names warnings as such", () => {
  expect(formatIssue({ ...problem("KECS1013", "a", "not here"), severity: "warning" })).toBe(
    "warning KECS1013: a: not here",
  );
});

test("has no hint key where there is no hint", () => {
  expect(problem("KECS9001", "p", "m")).toStrictEqual({
    code: "KECS9001",
    path: "p",
    message: "m",
    severity: "error",
  });
});

test("goes on with warnings alone", () => {
  const error = problem("KECS1013", "a", "b");
  const warning = { ...error, severity: "warning" } as const;
  expect(isSound([])).toBe(true);
  expect(isSound([warning])).toBe(true);
  expect(isSound([warning, error])).toBe(false);
});
