import { overridesOf, validateInput } from "../../../../../core/ecs/schedule/overrides";

test("reads overrides as AWS's JSON has them", () => {
  const input = '{"memory": null, "containerOverrides": [{"name": "web", "command": ["a"]}]}';
  expect(overridesOf(input)).toEqual({ containerOverrides: [{ name: "web", command: ["a"] }] });
  expect(overridesOf(undefined)).toBe(undefined);
});

test("finds nothing where none are given", () => {
  expect(validateInput(undefined, "unknown", "i")).toEqual([]);
});

test("warns of what has no effect", () => {
  expect(validateInput('{"taskRoleArn": "r"}', "unknown", "i")).toMatchObject([
    { code: "KECS1023", path: "i", severity: "warning" },
  ]);
});
