import { fitsParameter, queryForTarget, readQuery } from "../../../../../core/lb/evaluate/query";

test.each([
  ["", []],
  ["a", [{ key: "a", value: "" }]],
  ["a=", [{ key: "a", value: "" }]],
  ["a=b=c", [{ key: "a", value: "b=c" }]],
  [
    "a=1&&b",
    [
      { key: "a", value: "1" },
      { key: "b", value: "" },
    ],
  ],
  ["a;b=1", [{ key: "a;b", value: "1" }]],
  ["k+y=jo+n%21", [{ key: "k y", value: "jo n!" }]],
  ["eq=a%3Db%26c", [{ key: "eq", value: "a=b&c" }]],
  ["u=%C3%A9", [{ key: "u", value: "\u00e9" }]],
  ["bad=%zz+1", [{ key: "bad", value: "%zz+1" }]],
])("reads %s", (query, expected) => {
  expect(readQuery(query)).toEqual(expected);
});

test("escapes semicolons for the target and nothing else", () => {
  expect(queryForTarget("a=%7e&b=c+d&&e;f")).toBe("a=%7e&b=c+d&&e%3Bf");
});

test.each([
  [{ key: "version", value: "v1" }, { key: "VERSION", value: "V1" }, true],
  [{ key: "version", value: "v1" }, { key: "version", value: "v12" }, false],
  [{ key: "k*", value: "zz" }, { key: "kx", value: "zz" }, true],
  [{ value: "*example*" }, { key: "z", value: "my-example" }, true],
  [{ key: "star", value: "a\\*b" }, { key: "star", value: "a*b" }, true],
  [{ key: "star", value: "a\\*b" }, { key: "star", value: "axb" }, false],
  [{ key: "any", value: "*" }, { key: "any", value: "" }, true],
])("%j fits %j: %s", (pattern, parameter, expected) => {
  expect(fitsParameter(pattern, parameter)).toBe(expected);
});
