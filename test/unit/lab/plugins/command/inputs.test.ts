import { checkInputs, executionOf } from "../../../../../lab/plugins/command/inputs";
import { secret, unknownValue } from "../../../../../lab/plugins/shared/properties";

describe("checkInputs", () => {
  it("accepts secrets and unknown values in any place", () => {
    const inputs = {
      create: unknownValue,
      stdin: secret("x"),
      environment: { A: secret("1"), B: unknownValue },
      interpreter: ["bash", "-c"],
      triggers: [1, { any: "thing" }],
      logging: "none",
      addPreviousOutputInEnv: false,
      update: null,
    };
    expect(checkInputs(inputs)).toEqual([]);
  });

  it.each([
    [{ create: 1 }, "create"],
    [{ environment: { A: 1 } }, "environment"],
    [{ interpreter: "bash" }, "interpreter"],
    [{ logging: "both" }, "logging"],
    [{ cmd: "x" }, "cmd"],
  ])("rejects %j", (inputs, property) => {
    expect(checkInputs(inputs).map((failure) => failure.property)).toEqual([property]);
  });
});

describe("executionOf", () => {
  it("uses the shell, logs everything and hands on the last output by default", () => {
    expect(executionOf("true", {})).toEqual({
      command: "true",
      stdin: undefined,
      interpreter: ["/bin/sh", "-c"],
      dir: process.cwd(),
      environment: {},
      addPreviousOutputInEnv: true,
      logging: "stdoutAndStderr",
    });
  });
});
