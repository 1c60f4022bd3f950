import { inspect } from "node:util";
import { RunError } from "@pulumi/pulumi/errors";
import { KecsError, problem, throwIfErrors } from "../../../../core/validate";

const first = problem("KECS1001", "a", "one", "do this");
const second = problem("KECS1002", "b", "two");
const warning = { ...problem("KECS1013", "c", "three"), severity: "warning" } as const;

describe("KecsError", () => {
  test("says every problem in its message", () => {
    const error = new KecsError([first, second]);
    expect(error.message).toBe("error KECS1001: a: one\n  hint: do this\nerror KECS1002: b: two");
    expect(error.issues).toEqual([first, second]);
    expect(error.name).toBe("KecsError");
  });

  test("passes for a user's error with Pulumi, which then prints no stack", () => {
    expect(RunError.isInstance(new KecsError([first]))).toBe(true);
  });

  test("keeps its cause", () => {
    const cause = new Error("why");
    expect(new KecsError([first], { cause }).cause).toBe(cause);
  });

  test("is known across copies of the package by its mark", () => {
    const foreign = Object.defineProperty({}, Symbol.for("kecs.KecsError"), { value: true });
    expect([new KecsError([first]), foreign].map((error) => KecsError.is(error))).toEqual([
      true,
      true,
    ]);
  });

  test.each([[new Error("x")], [null], [undefined], ["KecsError"], [{}]])(
    "does not take %p for one of its own",
    (other) => {
      expect(KecsError.is(other)).toBe(false);
    },
  );
});

describe("throwIfErrors", () => {
  test("passes nothing and warnings alone", () => {
    expect(() => {
      throwIfErrors([]);
      throwIfErrors([warning]);
    }).not.toThrow();
  });

  test("throws all errors at once, without the warnings", () => {
    let thrown: unknown;
    try {
      throwIfErrors([first, warning, second]);
    } catch (error) {
      thrown = error;
    }
    expect(KecsError.is(thrown) && thrown.issues).toEqual([first, second]);
  });
});

test("keeps its message when Pulumi writes a property in front of it", () => {
  const error = new KecsError([first]);
  error.message = `error serializing property "data": ${error.message}`;
  expect(error.message).toBe("error KECS1001: a: one\n  hint: do this");
});

test("is shown without what others hang onto it", () => {
  const error = new KecsError([problem("KECS1001", "Alb.name", "no")]);
  Object.assign(error, { promise: { of: "a program" } });
  expect(inspect(error)).toBe(error.stack);
});
