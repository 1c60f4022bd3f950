import {
  parseRuntimeOptions,
  splitArguments,
} from "../../../../../lab/plugins/languageNodejs/runtimeOptions";

describe("runtime options", () => {
  it("default to TypeScript", () => {
    expect(parseRuntimeOptions({})).toEqual({
      typescript: true,
      tsconfig: undefined,
      nodeargs: [],
    });
  });

  it("read what a project says", () => {
    const options = { typescript: false, tsconfig: "t.json", nodeargs: "--a --b" };
    expect(parseRuntimeOptions(options)).toEqual({
      typescript: false,
      tsconfig: "t.json",
      nodeargs: ["--a", "--b"],
    });
  });

  it("reject values of another type", () => {
    expect(() => parseRuntimeOptions({ typescript: "yes" })).toThrow(
      "typescript option must be a boolean",
    );
  });

  it.each([
    ["--require './a b.js' --x", ["--require", "./a b.js", "--x"]],
    ['--title="a \\"b\\"" c\\ d', ['--title=a "b"', "c d"]],
    ["  ", []],
  ])("split %j as a shell does", (text, parts) => {
    expect(splitArguments(text)).toEqual(parts);
  });
});
