import type { ContainerValues } from "../../../../../../core/ecs/taskDefinition/values/container";
import { taskModel } from "../../../../../../core/ecs/taskDefinition/model";
import { secretVariables } from "../../../../../../core/ecs/taskDefinition/secrets";
import { definition, issuesOf, web } from "../../../../../helpers/taskDefinition";

const router: ContainerValues = {
  name: "log",
  image: "fluent-bit:3",
  firelensConfiguration: { type: "fluentbit" },
};
const routed = (
  options: Record<string, string> = { Name: "null" },
  more: Partial<NonNullable<ContainerValues["logConfiguration"]>> = {},
): ContainerValues => ({
  ...web,
  logConfiguration: { logDriver: "awsfirelens", options, ...more },
});
const options = (given: Record<string, string>, type = "fluentbit"): ContainerValues => ({
  ...router,
  firelensConfiguration: { type, options: given },
});
const FILE = { "config-file-type": "file", "config-file-value": "/extra.conf" };

test.each<[string, ContainerValues[]]>([
  ["a router and an application", [router, routed()]],
  ["outputs in the router's own file", [options(FILE), routed({})]],
  ["patterns without an output", [router, routed({ "include-pattern": "a" })]],
  ["records without metadata", [options({ "enable-ecs-log-metadata": "false" }), routed()]],
  ["Fluentd", [options({}, "fluentd"), routed({ "@type": "null", a: "b" })]],
])("takes %s", (_, containers) => {
  expect(issuesOf(definition(containers))).toEqual([]);
});

const at = "c[0].firelensConfiguration";
test.each<[string, ContainerValues[], string]>([
  ["no router", [routed()], "KECS1015 c[0].logConfiguration.logDriver"],
  ["two routers", [router, { ...router, name: "b" }], "KECS1015 c[1].firelensConfiguration"],
  ["an unknown type", [options({}, "vector")], `KECS1008 ${at}.type`],
  ["an unknown option", [options({ a: "b" })], `KECS1008 ${at}.options`],
  [
    "other than true and false",
    [options({ "enable-ecs-log-metadata": "no" })],
    `KECS1008 ${at}.options.enable-ecs-log-metadata`,
  ],
  [
    "a file in S3",
    [options({ ...FILE, "config-file-type": "s3" })],
    `KECS1013 ${at}.options.config-file-type`,
  ],
  ["a type of no file", [options({ "config-file-type": "file" })], `KECS1015 ${at}.options`],
  [
    "a relative file",
    [options({ ...FILE, "config-file-value": "extra.conf" })],
    `KECS1001 ${at}.options.config-file-value`,
  ],
  [
    "a router that reads itself",
    [{ ...router, logConfiguration: { logDriver: "awsfirelens" } }],
    "KECS1015 c[0].logConfiguration.logDriver",
  ],
  [
    "options of no plugin",
    [router, routed({ Host: "a" })],
    "KECS1015 c[1].logConfiguration.options",
  ],
  [
    "a line break",
    [router, routed({ Name: "null\n[INPUT]" })],
    "KECS1008 c[1].logConfiguration.options.Name",
  ],
  [
    "a secret without a value",
    [router, routed({ Name: "http" }, { secretOptions: [{ name: "a", valueFrom: "b" }] })],
    "KECS1009 c[1].logConfiguration.secretOptions[0].valueFrom",
  ],
])("refuses %s", (_, containers, issue) => {
  expect(issuesOf(definition(containers))).toEqual([issue]);
});

test.each([
  ["in both lists", { a: "1" }, ["a"], 0],
  ["twice in one", {}, ["a", "a"], 1],
])("refuses a second value of an option, %s", (_, given, names, i) => {
  const secretOptions = names.map((name) => ({ name, valueFrom: "b" }));
  const containers = [router, routed({ Name: "http", ...given }, { secretOptions })];
  expect(issuesOf(definition(containers, { secretValues: { b: "x" } }))).toEqual([
    `KECS1015 c[1].logConfiguration.secretOptions[${i}].name`,
  ]);
});

test("a container waits for its router, unless that one waits for others itself", () => {
  const waits = (containers: ContainerValues[]) =>
    taskModel(definition(containers), "arn").containers.find(({ name }) => name === "web")
      ?.dependsOn;
  const dependsOn = [{ containerName: "web", condition: "START" }];
  expect(waits([routed(), router])).toEqual([{ containerName: "log", condition: "START" }]);
  expect(waits([routed(), { ...router, dependsOn }])).toEqual([]);
});

test("the value of a secret option lies in the Secret, under a variable of the router", () => {
  const secret = { secretOptions: [{ name: "http_Passwd", valueFrom: "b" }] };
  const of = definition([router, routed({ Name: "http" }, secret)], {
    secretValues: { b: "hunter2" },
  });
  expect(secretVariables(of)).toEqual([
    { container: 0, name: "http_Passwd_1", key: "log.http_Passwd_1", value: "hunter2" },
  ]);
  expect(taskModel(of, "arn").containers).toMatchObject([
    { secrets: [{ name: "http_Passwd_1", key: "log.http_Passwd_1" }] },
    { log: { secretOptions: [{ name: "http_Passwd", variable: "http_Passwd_1" }] } },
  ]);
});
