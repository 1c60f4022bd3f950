import { queryForTarget, readQuery } from "../../../../../core/lb/request/query";

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
