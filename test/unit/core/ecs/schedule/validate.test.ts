import { clusterArn } from "../../../../../core/arn";
import { SCHEDULE_FIELDS } from "../../../../../core/ecs/schedule/fields";
import { validateSchedule } from "../../../../../core/ecs/schedule/validate";
import type { ResolvedSchedule, ScheduleValues } from "../../../../../core/ecs/schedule/values";
import { validateArguments } from "../../../../../core/support/argumentFields";
import { CONNECTION } from "../../../../helpers/samples";
import { container } from "../../../../helpers/tasks";

const values: ScheduleValues = {
  name: "nightly",
  scheduleExpression: "cron(30 2 * * ? *)",
  target: { arn: clusterArn(CONNECTION, "main"), ecsParameters: { taskDefinitionArn: "t" } },
};
const containers = [container("web"), container("proxy", { essential: false })];
const issues = (
  more: Partial<ScheduleValues>,
  of: Parameters<typeof validateSchedule>[1] = containers,
) => validateSchedule({ ...values, ...more }, of, "s");
const check = (...given: Parameters<typeof issues>) =>
  issues(...given).map(({ code, path }) => `${code} ${path}`);
const target = (of: Partial<ScheduleValues["target"]>) => ({ target: { ...values.target, ...of } });
const parameters = (of: Partial<ScheduleValues["target"]["ecsParameters"]>) =>
  target({ ecsParameters: { taskDefinitionArn: "t", ...of } });
const input = (of: unknown) => target({ input: JSON.stringify(of) });

test.each<[string, Partial<ScheduleValues>]>([
  ["the least", {}],
  ["the longest name", { name: "A._-0".repeat(12), groupName: "batch" }],
  ["a zone and a state", { scheduleExpressionTimezone: "Asia/Tokyo", state: "DISABLED" }],
  ["no window", { flexibleTimeWindow: { mode: "OFF" } }],
  ["a window", { flexibleTimeWindow: { mode: "FLEXIBLE", maximumWindowInMinutes: 1440 } }],
  ["many tasks", parameters({ taskCount: 10 })],
  ["the least patience", target({ retryPolicy: { maximumEventAgeInSeconds: 60 } })],
  ["the most patience", target({ retryPolicy: { maximumEventAgeInSeconds: 86_400 } })],
  ["no tries", target({ retryPolicy: { maximumRetryAttempts: 0 } })],
  ["overrides", input({ containerOverrides: [{ name: "web", command: ["report"], cpu: null }] })],
])("takes %s", (_, more) => {
  expect(check(more)).toEqual([]);
});

test.each<[string, Partial<ScheduleValues>, string[]]>([
  ["no name", { name: "" }, ["KECS1001 s.name"]],
  ["a name with a blank", { name: "a b" }, ["KECS1001 s.name"]],
  ["a name that is too long", { name: "a".repeat(65) }, ["KECS1001 s.name"]],
  ["a group with a slash", { groupName: "a/b" }, ["KECS1001 s.groupName"]],
  [
    "an expression of crontab",
    { scheduleExpression: "* * * * *" },
    ["KECS1039 s.scheduleExpression"],
  ],
  [
    "an expression that no CronJob keeps",
    { scheduleExpression: "rate(7 minutes)" },
    ["KECS1013 s.scheduleExpression"],
  ],
  [
    "a zone that is none",
    { scheduleExpressionTimezone: "Berlin" },
    ["KECS1039 s.scheduleExpressionTimezone"],
  ],
  ["a state that is none", { state: "enabled" }, ["KECS1008 s.state"]],
  [
    "a mode that is none",
    { flexibleTimeWindow: { mode: "ON" } },
    ["KECS1008 s.flexibleTimeWindow.mode"],
  ],
  [
    "a window without its minutes",
    { flexibleTimeWindow: { mode: "FLEXIBLE" } },
    ["KECS1009 s.flexibleTimeWindow.maximumWindowInMinutes"],
  ],
  [
    "minutes without a window",
    { flexibleTimeWindow: { mode: "OFF", maximumWindowInMinutes: 5 } },
    ["KECS1015 s.flexibleTimeWindow.maximumWindowInMinutes"],
  ],
  [
    "a window of a day and a minute",
    { flexibleTimeWindow: { mode: "FLEXIBLE", maximumWindowInMinutes: 1441 } },
    ["KECS1011 s.flexibleTimeWindow.maximumWindowInMinutes"],
  ],
  ["a cluster's name", target({ arn: "main" }), ["KECS1010 s.target.arn"]],
  [
    "a function",
    target({ arn: "arn:aws:lambda:us-east-1:000000000000:function:f" }),
    ["KECS1010 s.target.arn"],
  ],
  ["no task", parameters({ taskCount: 0 }), ["KECS1011 s.target.ecsParameters.taskCount"]],
  ["too many tasks", parameters({ taskCount: 11 }), ["KECS1011 s.target.ecsParameters.taskCount"]],
  [
    "too little patience",
    target({ retryPolicy: { maximumEventAgeInSeconds: 59 } }),
    ["KECS1011 s.target.retryPolicy.maximumEventAgeInSeconds"],
  ],
  [
    "too much patience",
    target({ retryPolicy: { maximumEventAgeInSeconds: 86_401 } }),
    ["KECS1011 s.target.retryPolicy.maximumEventAgeInSeconds"],
  ],
  [
    "too many tries",
    target({ retryPolicy: { maximumRetryAttempts: 186 } }),
    ["KECS1011 s.target.retryPolicy.maximumRetryAttempts"],
  ],
  [
    "an input that is no JSON",
    target({ input: "{containerOverrides" }),
    ["KECS1024 s.target.input"],
  ],
  ["an input that is a list", input([]), ["KECS1024 s.target.input"]],
  [
    "an unknown field in the input",
    input({ containerOverride: [] }),
    ["KECS1024 s.target.input.containerOverride"],
  ],
  [
    "a field of another kind in the input",
    input({ containerOverrides: [{ name: "web", command: "report" }] }),
    ["KECS1024 s.target.input.containerOverrides[0].command"],
  ],
  [
    "an override of a container that is not there",
    input({ containerOverrides: [{ name: "wep" }] }),
    ["KECS1008 s.target.input.containerOverrides[0].name"],
  ],
  [
    "a file of variables",
    input({
      containerOverrides: [{ name: "web", environmentFiles: [{ type: "s3", value: "f" }] }],
    }),
    ["KECS1013 s.target.input.containerOverrides[0].environmentFiles"],
  ],
  [
    "an input that is too long",
    input({ containerOverrides: [{ name: "web", command: ["x".repeat(8192)] }] }),
    ["KECS1019 s.target.input"],
  ],
])("refuses %s", (_, more, expected) => {
  expect(check(more)).toEqual(expected);
});

test("refuses a task definition of nobody", () => {
  expect(validateSchedule(values, undefined, "s")).toMatchObject([
    { code: "KECS1010", path: "s.target.ecsParameters.taskDefinitionArn" },
  ]);
  expect(check(input({ containerOverrides: [{ name: "wep" }] }), "unknown")).toEqual([]);
});

test("refuses essential containers beside each other, one of which would outlive the other", () => {
  expect(issues({}, [container("web"), container("proxy")])).toMatchObject([
    {
      code: "KECS1013",
      path: "s.target.ecsParameters.taskDefinitionArn",
      message: expect.stringContaining('"web" and "proxy" run side by side') as string,
      hint: "set essential: false on those that are to stop with the task",
    },
  ]);
  const first = container("first");
  const dependsOn = [{ containerName: "first", condition: "SUCCESS" as const }];
  expect(check({}, [first, container("web", { dependsOn })])).toEqual([]);
});

test("tells what was meant with a time zone in small letters", () => {
  expect(issues({ scheduleExpressionTimezone: "europe/berlin" })).toMatchObject([
    { hint: 'did you mean "Europe/Berlin"?' },
  ]);
});

test("says where an input stops to be JSON, and nothing of what is in it", () => {
  const [issue] = issues(target({ input: '{"password": hunter2}' }));
  expect(issue?.message).toBe("is not valid JSON from line 1, column 14 on");
});

test("warns of what has no effect, and refuses what no CronJob has", () => {
  const of = {
    connection: CONNECTION,
    ...values,
    startDate: "2030-01-01T00:00:00Z",
    target: { ...values.target, roleArn: "r", sqsParameters: { messageGroupId: "g" } },
  };
  const found = validateArguments<ResolvedSchedule>(SCHEDULE_FIELDS, of, "s", () => []);
  expect(found.map(({ code, path, severity }) => [code, path, severity])).toEqual([
    ["KECS1013", "s.target.sqsParameters", "error"],
    ["KECS1013", "s.startDate", "error"],
    ["KECS1023", "s", "warning"],
  ]);
});
