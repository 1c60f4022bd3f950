import {
  outputsOf,
  previewOfCreate,
  previewOfUpdate,
  previousOutput,
} from "../../../../../lab/plugins/command/outputs";
import { secret, unknownValue } from "../../../../../lab/plugins/shared/properties";

const recorded = { create: "echo 1", environment: { A: "1" }, stdout: "1", stderr: "" };

describe("outputs of a command", () => {
  it("are its inputs, secret where they were, and what it printed", () => {
    const inputs = { create: "cat", stdin: secret("top") };
    expect(outputsOf(inputs, { stdout: "top", stderr: "" })).toEqual({
      create: "cat",
      stdin: secret("top"),
      stdout: "top",
      stderr: "",
    });
  });

  it("are unknown in the preview of a create", () => {
    expect(previewOfCreate({ create: "x" })).toEqual({
      create: "x",
      stdout: unknownValue,
      stderr: unknownValue,
    });
  });

  it("are unknown in the preview of an update that changes a recorded input", () => {
    const news = { create: "echo 1", environment: { A: "2" } };
    expect(previewOfUpdate(recorded, news)["stdout"]).toBe(unknownValue);
  });

  it("are unknown in the preview of an update that takes an input away", () => {
    expect(previewOfUpdate(recorded, { create: "echo 1" })["stdout"]).toBe(unknownValue);
  });

  it("stay known in the preview of an update that only adds an input", () => {
    const news = { create: "echo 1", environment: { A: "1" }, dir: "/" };
    expect(previewOfUpdate(recorded, news)["stdout"]).toBe("1");
  });

  it("are given to the next command even where they are secret", () => {
    expect(previousOutput({ stdout: secret("out"), stderr: "err" })).toEqual({
      stdout: "out",
      stderr: "err",
    });
  });
});
