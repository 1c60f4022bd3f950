import { clusterArn } from "../../../../../core/arn";
import { readTasks, type KubernetesObject } from "../../../../../core/ecs/observed/readTasks";
import { withSchedules } from "../../../../../core/ecs/schedule/readSchedules";
import { scheduleFrame } from "../../../../../core/ecs/schedule/manifest";
import { scheduleRecord } from "../../../../../core/ecs/schedule/record";
import type { ResolvedSchedule } from "../../../../../core/ecs/schedule/values";
import { recordManifest } from "../../../../../core/records/manifest";
import { CONNECTION } from "../../../../helpers/samples";
import { pod } from "../../../../helpers/pods";

const NOW = Date.parse("2026-01-02T03:04:05Z");
const LAST = "2026-01-02T03:04:00Z";
const JOB = `nightly-${Date.parse(LAST) / 60_000}`;
const values: ResolvedSchedule = {
  connection: CONNECTION,
  name: "nightly",
  scheduleExpression: "cron(0 3 * * ? *)",
  scheduleExpressionTimezone: "Europe/Berlin",
  target: {
    arn: clusterArn(CONNECTION, "main"),
    ecsParameters: {
      taskDefinitionArn: "arn:aws:ecs:us-east-1:000000000000:task-definition/Report:1",
    },
  },
};

const record = (more: Partial<ResolvedSchedule> = {}) => ({
  kind: "ConfigMap",
  ...recordManifest(scheduleRecord({ ...values, ...more }), "kecs/test"),
});
const cronJob = (suspend: boolean, lastScheduleTime?: string, name = "nightly") => ({
  kind: "CronJob",
  ...scheduleFrame({ name, groupName: "default" }),
  spec: { suspend },
  status: lastScheduleTime === undefined ? {} : { lastScheduleTime },
});
const taskOf = (uid: string, job: string, end?: number) =>
  pod({
    metadata: {
      uid,
      labels: {
        "kecs.dev/cluster": "main",
        "kecs.dev/task": "report",
        "batch.kubernetes.io/job-name": job,
      },
    },
    ...(end === undefined
      ? {}
      : {
          status: {
            phase: end === 0 ? "Succeeded" : "Failed",
            containerStatuses: [{ name: "web", state: { terminated: { exitCode: end } } }],
          },
        }),
  });
const read = (...items: readonly object[]) => {
  const objects = items as readonly KubernetesObject[];
  return withSchedules(readTasks(objects, NOW), objects, NOW);
};

test("tells of a schedule that has not run yet", () => {
  const { schedules, workloads } = read(record(), cronJob(false));
  expect(schedules).toEqual([
    {
      arn: "arn:aws:scheduler:us-east-1:000000000000:schedule/default/nightly",
      name: "nightly",
      groupName: "default",
      cluster: "main",
      task: "Report",
      scheduleExpression: "cron(0 3 * * ? *)",
      scheduleExpressionTimezone: "Europe/Berlin",
      state: "ENABLED",
      lastRun: null,
      nextRun: "2026-01-03T02:00:00.000Z",
    },
  ]);
  expect(workloads).toEqual([{ cluster: "main", name: "Report", kind: "task" }]);
});

test.each([
  ["runs", [undefined, 1], { lastStatus: "RUNNING", exitCode: null }],
  ["ended well", [0, 0], { lastStatus: "STOPPED", exitCode: 0 }],
  ["failed", [0, 3], { lastStatus: "STOPPED", exitCode: 3 }],
])("tells that its last run %s", (_, ends, expected) => {
  const tasks = ends.map((end, i) => taskOf(`${i}`, JOB, end));
  const earlier = taskOf("9", "nightly-1", 7);
  const [schedule] = read(record(), cronJob(false, LAST), ...tasks, earlier).schedules;
  expect(schedule?.lastRun).toEqual({ scheduledAt: LAST, tasks: ["0", "1"], ...expected });
});

test.each([
  ["nothing before its tasks are there", [], null],
  ["nothing of a Job that goes on", [{ type: "Suspended", status: "False" }], null],
  ["that it has stopped where its tasks are gone", [{ type: "Failed", status: "True" }], "STOPPED"],
])("tells %s", (_, conditions, lastStatus) => {
  const job = { kind: "Job", metadata: { name: JOB }, status: { conditions } };
  const [schedule] = read(record(), cronJob(false, LAST), job).schedules;
  expect(schedule?.lastRun).toEqual({ scheduledAt: LAST, tasks: [], lastStatus, exitCode: null });
});

test.each([
  ["goes on while its Job does", [], { lastStatus: "RUNNING", exitCode: null }],
  [
    "has no code where one of its tasks could not start",
    [{ type: "Failed", status: "True" }],
    { lastStatus: "STOPPED", exitCode: null },
  ],
  [
    "ended well with its Job",
    [{ type: "Complete", status: "True" }],
    { lastStatus: "STOPPED", exitCode: 0 },
  ],
])("a run of which the tasks that are there ended well %s", (_, conditions, expected) => {
  const job = { kind: "Job", metadata: { name: JOB }, status: { conditions } };
  const objects = [record(), cronJob(false, LAST), job, taskOf("0", JOB, 0)];
  const [schedule] = read(...objects).schedules;
  expect(schedule?.lastRun).toEqual({ scheduledAt: LAST, tasks: ["0"], ...expected });
});

test("has no next run while it is disabled, and none without its CronJob", () => {
  const [disabled] = read(record({ state: "DISABLED" }), cronJob(true, LAST)).schedules;
  expect(disabled).toMatchObject({ state: "DISABLED", nextRun: null });
  expect(disabled?.lastRun?.scheduledAt).toBe(LAST);
  expect(read(record()).schedules).toMatchObject([
    { state: "MISSING", lastRun: null, nextRun: null },
  ]);
});

test("sorts by name, and passes over what it cannot read", () => {
  const broken = record();
  const { schedules } = read(
    record({ name: "weekly" }),
    { ...broken, data: { ...broken.data, version: "0" } },
    record({ name: "daily" }),
  );
  expect(schedules.map(({ name }) => name)).toEqual(["daily", "weekly"]);
});
