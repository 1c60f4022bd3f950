import fc from "fast-check";
import { secretValue } from "../../../../../core/ecs/taskDefinition/secretValue";
import { secretVariables } from "../../../../../core/ecs/taskDefinition/secrets";
import { definition, web } from "../../../../helpers/taskDefinition";

const arn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:db-AbCdEf";

test.each<[string, string, Record<string, string>, string]>([
  ["a name", "/a/b", { "/a/b": "v" }, "v"],
  ["an ARN", arn, { [arn]: "v" }, "v"],
  ["a key of an ARN's JSON", `${arn}:k::`, { [arn]: '{"k":"v"}' }, "v"],
  ["a key that is no text", `${arn}:k::`, { [arn]: '{"k":{"a":1}}' }, '{"a":1}'],
  ["a key with stage and version", `${arn}:k:AWSCURRENT:1`, { [arn]: '{"k":"v"}' }, "v"],
  ["no key, but a stage", `${arn}::AWSPREVIOUS:`, { [arn]: "v" }, "v"],
  [
    "the whole valueFrom before the ARN",
    `${arn}:k::`,
    { [`${arn}:k::`]: "w", [arn]: '{"k":"v"}' },
    "w",
  ],
  ["an empty value", "p", { p: "" }, ""],
])("finds the value of %s", (_, valueFrom, values, value) => {
  expect(secretValue(valueFrom, values)).toEqual({ value });
});

test.each<[string, string, Record<string, string>, string]>([
  ["nothing", "p", {}, '"p" has no value here'],
  ["what every object has", "toString", {}, '"toString" has no value here'],
  [
    "no JSON",
    `${arn}:k::`,
    { [arn]: "hunter2" },
    `the value of "${arn}" is not a JSON object with the key "k"`,
  ],
  [
    "no such key",
    `${arn}:k::`,
    { [arn]: '{"hunter2":1}' },
    `the value of "${arn}" is not a JSON object with the key "k"`,
  ],
  [
    "a JSON text",
    `${arn}:length::`,
    { [arn]: '"hunter2"' },
    `the value of "${arn}" is not a JSON object with the key "length"`,
  ],
])("says what is missing in %s, without the value", (_, valueFrom, values, missing) => {
  expect(secretValue(valueFrom, values)).toEqual({ missing });
});

test("keeps no secret where a variable has no value", () => {
  const path = "containerDefinitions[0].environment";
  const of = definition([{ ...web, environment: [{ name: "A" }] }], {}, [path]);
  expect(secretVariables(of)).toEqual([]);
});

test("collects secrets and secret values of the environment", () => {
  const container = {
    ...web,
    environment: [
      { name: "A", value: "plain" },
      { name: "B", value: "hidden" },
    ],
    secrets: [{ name: "C", valueFrom: "p" }],
  };
  const of = definition([container], { secretValues: { p: "v" } }, [
    "containerDefinitions[0].environment[1].value",
  ]);
  expect(secretVariables(of)).toEqual([
    { container: 0, name: "B", key: "web.B", value: "hidden" },
    { container: 0, name: "C", key: "web.C", value: "v" },
  ]);
});

test.each([
  "",
  "containerDefinitions",
  "containerDefinitions[0]",
  "containerDefinitions[0].environment",
  "containerDefinitions[0].environment[0]",
])("takes the values of the environment as secret where %j is", (path) => {
  const of = definition([{ ...web, environment: [{ name: "A", value: "b" }] }], {}, [path]);
  expect(secretVariables(of).map(({ value }) => value)).toEqual(["b"]);
});

test("makes keys that Kubernetes takes, each its own", () => {
  const name = fc.stringMatching(/^[ -<>-~]{1,300}$/);
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), (names) => {
      const secrets = names.map((of) => ({ name: of, valueFrom: "p" }));
      const keys = secretVariables(
        definition([{ ...web, secrets }], { secretValues: { p: "v" } }),
      ).map(({ key }) => key);
      for (const key of keys) expect(key).toMatch(/^[-._A-Za-z0-9]{1,253}$/);
      expect(new Set(keys).size).toBe(names.length);
    }),
  );
});
