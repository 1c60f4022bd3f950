import {
  cronJobName,
  scheduleFrame,
  scheduleSpec,
} from "../../../../../core/ecs/schedule/manifest";
import type { ScheduleModel } from "../../../../../core/ecs/schedule/model";
import { taskPod } from "../../../../../core/ecs/task/manifest";
import { CONNECTION } from "../../../../helpers/samples";
import { container, task } from "../../../../helpers/tasks";

const model: ScheduleModel = {
  name: "nightly",
  groupName: "default",
  cluster: "main",
  isEnabled: true,
  schedule: "30 2 * * *",
  timeZone: "Europe/Berlin",
  taskCount: 1,
  lateSeconds: 60,
};
const shop = task([container("web", { image: "shop:1" })]);
const run = { request: {} };
const spec = (more: Partial<ScheduleModel> = {}) =>
  scheduleSpec({ ...model, ...more }, shop, { connection: CONNECTION, run });

test("is a CronJob that nobody waits for", () => {
  expect(scheduleFrame(model)).toEqual({
    metadata: {
      name: "nightly",
      namespace: "kecs",
      labels: {
        "app.kubernetes.io/managed-by": "kecs",
        "app.kubernetes.io/component": "schedule",
        "app.kubernetes.io/name": "nightly",
        "kecs.dev/schedule": "nightly",
      },
      annotations: { "pulumi.com/skipAwait": "true" },
    },
  });
});

test("starts tasks like those that run once, beside those of its last time", () => {
  expect(spec()).toEqual({
    schedule: "30 2 * * *",
    timeZone: "Europe/Berlin",
    suspend: false,
    concurrencyPolicy: "Allow",
    startingDeadlineSeconds: 60,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 3,
    jobTemplate: {
      metadata: {
        labels: {
          "app.kubernetes.io/managed-by": "kecs",
          "app.kubernetes.io/component": "schedule",
          "kecs.dev/schedule": "nightly",
        },
      },
      spec: {
        parallelism: 1,
        completions: 1,
        backoffLimit: 0,
        podReplacementPolicy: "Failed",
        template: taskPod(shop, {
          connection: CONNECTION,
          cluster: "main",
          name: "nightly",
          run,
          owner: "pulumi",
          labels: { "kecs.dev/schedule": "nightly" },
        }),
      },
    },
  });
  expect(spec().jobTemplate.spec.template.spec).toMatchObject({ restartPolicy: "Never" });
});

test("lets one of several tasks fail without the others", () => {
  const { jobTemplate } = spec({ taskCount: 3 });
  expect(jobTemplate.spec).toMatchObject({
    parallelism: 3,
    completions: 3,
    completionMode: "Indexed",
    backoffLimitPerIndex: 0,
  });
  expect(jobTemplate.spec).not.toHaveProperty("backoffLimit");
});

test("starts nothing while it is disabled", () => {
  expect(spec({ isEnabled: false }).suspend).toBe(true);
});

test.each([
  ["a", "default", /^a$/],
  ["a", "batch", /^batch-a-[0-9a-f]{8}$/],
  ["Nightly_Report.v2", "default", /^nightly-report-v2-[0-9a-f]{8}$/],
  ["x".repeat(64), "g".repeat(64), /^[-a-z0-9]{52}$/],
])(
  "the CronJob of %s in the group %s has a name that Kubernetes takes",
  (name, groupName, form) => {
    expect(cronJobName({ name, groupName })).toMatch(form);
  },
);
