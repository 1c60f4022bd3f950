import type * as pulumi from "@pulumi/pulumi";
import {
  Schedule,
  TaskDefinition,
  type KecsError,
  type ScheduleArgs,
} from "../../../../../components";
import { clusterArn } from "../../../../../core/arn";
import { deploy, type Registration } from "../../../../helpers/deploy";
import { later } from "../../../../helpers/outputs";
import { CONNECTION } from "../../../../helpers/samples";

const connection = CONNECTION;
const CRON_JOB = "kubernetes:batch/v1:CronJob";
const OVERRIDES = { containerOverrides: [{ name: "web", command: ["report"] }] };

interface Given extends Partial<Omit<ScheduleArgs, "target">> {
  readonly input?: pulumi.Input<string>;
  readonly family?: string;
}

function program({ input, family, ...args }: Given, ...names: readonly string[]) {
  return () => {
    const task = new TaskDefinition("report", {
      connection,
      secretValues: { password: "hunter2hunter2" },
      containerDefinitions: [
        {
          name: "web",
          image: "shop:1",
          secrets: [{ name: "PASSWORD", valueFrom: "password" }],
        },
      ],
    });
    for (const name of ["nightly", ...names]) {
      new Schedule(name, {
        connection,
        scheduleExpression: "cron(30 2 ? * MON-FRI *)",
        flexibleTimeWindow: { mode: "OFF" },
        ...args,
        target: {
          arn: clusterArn(connection, "main"),
          ecsParameters: { taskDefinitionArn: family ?? task.arn },
          ...(input === undefined ? {} : { input }),
        },
      });
    }
  };
}

test("is a CronJob of the task definition with its overrides, and a record", async () => {
  const made = await deploy(
    program({ input: JSON.stringify(OVERRIDES), scheduleExpressionTimezone: "Europe/Berlin" }),
  );
  const { inputs, parent } = made.one(CRON_JOB, "nightly");
  expect(parent).toBe("kecs:ecs:Schedule::nightly");
  expect(inputs).toMatchObject({
    metadata: { name: "nightly", namespace: "kecs" },
    spec: {
      schedule: "30 2 * * 1-5",
      timeZone: "Europe/Berlin",
      suspend: false,
      jobTemplate: {
        spec: {
          template: {
            metadata: { labels: { "kecs.dev/task": "report", "kecs.dev/owner": "pulumi" } },
            spec: { containers: [{ image: "shop:1", args: ["report"] }] },
          },
        },
      },
    },
  });
  const record = made.one("kubernetes:core/v1:ConfigMap", "nightly-record");
  expect(record.inputs).toMatchObject({ metadata: { name: "schedule-nightly" } });
  expect(made.outputs.get("kecs:ecs:Schedule::nightly")).toEqual({
    arn: "arn:aws:scheduler:us-east-1:000000000000:schedule/default/nightly",
    name: "nightly",
  });
});

test("knows its ARN in a preview", async () => {
  const made = await deploy(program({ groupName: "batch" }), { preview: true });
  expect(made.outputs.get("kecs:ecs:Schedule::nightly")).toMatchObject({
    arn: "arn:aws:scheduler:us-east-1:000000000000:schedule/batch/nightly",
  });
});

test("takes an input that is known later", async () => {
  const made = await deploy(program({ input: later(JSON.stringify(OVERRIDES)) }));
  expect(JSON.stringify(made.one(CRON_JOB, "nightly").inputs)).toContain('"args":["report"]');
});

test.each<[string, Given, string]>([
  [
    "an expression that AWS refuses",
    { scheduleExpression: "cron(30 2 * * MON-FRI *)" },
    'KECS1039 Schedule("nightly").scheduleExpression',
  ],
  [
    "an expression that a CronJob cannot say",
    { scheduleExpression: "cron(0 0 L * ? *)" },
    'KECS1013 Schedule("nightly").scheduleExpression',
  ],
  [
    "a task definition of nobody",
    { family: "report" },
    'KECS1010 Schedule("nightly").target.ecsParameters.taskDefinitionArn',
  ],
  [
    "a container that is not there",
    { input: JSON.stringify({ containerOverrides: [{ name: "wep" }] }) },
    'KECS1008 Schedule("nightly").target.input.containerOverrides[0].name',
  ],
])("refuses %s in a preview, and makes no CronJob", async (_, args, expected) => {
  const registered: Registration[] = [];
  const error: unknown = await deploy(program(args), { preview: true }, registered).catch(
    (of: unknown) => of,
  );
  const { issues } = error as KecsError;
  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([expected]);
  expect(registered.filter(({ type }) => type === CRON_JOB)).toEqual([]);
});

test("refuses a second schedule of one name in a group", async () => {
  await expect(deploy(program({ name: "nightly" }, "other"))).rejects.toThrow(
    'KECS1001: Schedule("other").name: Schedule("nightly") has already made',
  );
});
