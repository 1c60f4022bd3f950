import { fitsParameter } from "../../../../../../core/lb/conditions/queryString/evaluate";

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
