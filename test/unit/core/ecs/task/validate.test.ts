import { clusterArn } from "../../../../../core/arn";
import { ECS_TASK_FIELDS } from "../../../../../core/ecs/task/fields";
import { validateEcsTask } from "../../../../../core/ecs/task/validate";
import type { EcsTaskValues, ResolvedEcsTask } from "../../../../../core/ecs/task/values";
import { validateArguments } from "../../../../../core/support/argumentFields";
import { CONNECTION } from "../../../../helpers/samples";
import { container } from "../../../../helpers/tasks";

const values = { cluster: clusterArn(CONNECTION, "main"), taskDefinition: "t" };
const containers = [container("migrate"), container("proxy")];
const check = (
  more: Partial<EcsTaskValues>,
  of: Parameters<typeof validateEcsTask>[1] = containers,
) => validateEcsTask({ ...values, ...more }, of, "t").map(({ code, path }) => `${code} ${path}`);
const overriding = (of: object) => ({
  overrides: { containerOverrides: [{ name: "migrate", ...of }] },
});

const STRANGE = { ephemeralStorage: { sizeInGiB: 21n } } as never;

test.each<[string, Partial<EcsTaskValues>, string[]]>([
  ["all that it takes", { count: 10, timeout: 1, startedBy: "a/b-c_1" }, []],
  ["no task", { count: 0 }, ["KECS1011 t.count"]],
  ["too many tasks", { count: 11 }, ["KECS1011 t.count"]],
  ["no time", { timeout: 0 }, ["KECS1011 t.timeout"]],
  ["a starter that AWS refuses", { startedBy: "a b" }, ["KECS1001 t.startedBy"]],
  ["a cluster's name", { cluster: "main" }, ["KECS1010 t.cluster"]],
  ["a number that JSON has not, where nothing reads it", { overrides: STRANGE }, []],
  [
    "more characters than AWS takes",
    overriding({ command: ["x".repeat(8192)] }),
    ["KECS1019 t.overrides"],
  ],
  ["a CPU that is no size", { overrides: { cpu: "much" } }, ["KECS1008 t.overrides.cpu"]],
  [
    "too much memory of a container",
    overriding({ memory: 2 ** 25 }),
    ["KECS1011 t.overrides.containerOverrides[0].memory"],
  ],
  [
    "a variable without a name",
    overriding({ environment: [{ name: "", value: "a" }] }),
    ["KECS1001 t.overrides.containerOverrides[0].environment[0].name"],
  ],
  [
    "overrides that are too long",
    overriding({ command: ["x".repeat(9000)] }),
    ["KECS1019 t.overrides"],
  ],
])("checks %s", (_, more, issues) => {
  expect(check(more)).toEqual(issues);
});

test("finds a container that is not there, and what was meant", () => {
  const more = overriding({ name: "migrat" });
  const [issue] = validateEcsTask({ ...values, ...more }, containers, "t");
  expect(issue).toMatchObject({
    code: "KECS1008",
    path: "t.overrides.containerOverrides[0].name",
    message: 'the task definition has no container "migrat"',
    hint: 'did you mean "migrate"? use one of "migrate", "proxy"',
  });
  expect(check(more, "unknown")).toEqual([]);
});

test("refuses a task definition of nobody", () => {
  expect(validateEcsTask(values, undefined, "t").map(({ code, path }) => [code, path])).toEqual([
    ["KECS1010", "t.taskDefinition"],
  ]);
});

test("warns of what has no effect, and refuses what no instance has", () => {
  const of = {
    connection: CONNECTION,
    ...values,
    launchType: "FARGATE",
    overrides: {
      taskRoleArn: "r",
      containerOverrides: [{ name: "migrate", environmentFiles: [{ type: "s3", value: "f" }] }],
    },
  };
  const issues = validateArguments<ResolvedEcsTask>(ECS_TASK_FIELDS, of, "t", () => []);
  expect(issues.map(({ code, path, severity }) => [code, path, severity])).toEqual([
    ["KECS1013", "t.overrides.containerOverrides[0].environmentFiles", "error"],
    ["KECS1023", "t", "warning"],
  ]);
});
