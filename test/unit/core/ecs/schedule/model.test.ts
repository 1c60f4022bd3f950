import { clusterArn } from "../../../../../core/arn";
import { scheduledTask, scheduleModel } from "../../../../../core/ecs/schedule/model";
import type { ScheduleValues } from "../../../../../core/ecs/schedule/values";
import { CONNECTION } from "../../../../helpers/samples";

const values: ScheduleValues = {
  name: "nightly",
  scheduleExpression: "cron(30 2 ? * MON *)",
  target: { arn: clusterArn(CONNECTION, "main"), ecsParameters: { taskDefinitionArn: "t" } },
};

test("fills in what is not said", () => {
  expect(scheduleModel(values)).toEqual({
    name: "nightly",
    groupName: "default",
    cluster: "main",
    isEnabled: true,
    schedule: "30 2 * * 1",
    timeZone: "UTC",
    taskCount: 1,
    lateSeconds: 60,
  });
});

test("takes what is said", () => {
  const of: ScheduleValues = {
    ...values,
    groupName: "batch",
    scheduleExpressionTimezone: "Asia/Tokyo",
    state: "DISABLED",
    target: {
      ...values.target,
      ecsParameters: { taskDefinitionArn: "t", taskCount: 3 },
      retryPolicy: { maximumEventAgeInSeconds: 600 },
    },
  };
  expect(scheduleModel(of)).toMatchObject({
    groupName: "batch",
    isEnabled: false,
    timeZone: "Asia/Tokyo",
    taskCount: 3,
    lateSeconds: 600,
  });
});

test("counts a rate in UTC, whatever the time zone is", () => {
  const of = {
    ...values,
    scheduleExpression: "rate(12 hours)",
    scheduleExpressionTimezone: "Asia/Tokyo",
  };
  expect(scheduleModel(of)).toMatchObject({ schedule: "0 */12 * * *", timeZone: "UTC" });
});

test("starts its tasks as EventBridge Scheduler does", () => {
  const input = JSON.stringify({ containerOverrides: [{ name: "web", memory: null }] });
  const ecsParameters = { taskDefinitionArn: "t", group: "g", tags: { a: "b" } };
  expect(scheduledTask({ ...values, target: { ...values.target, input, ecsParameters } })).toEqual({
    cluster: values.target.arn,
    taskDefinition: "t",
    overrides: { containerOverrides: [{ name: "web" }] },
    group: "g",
    tags: { a: "b" },
    startedBy: "chronos-schedule/nightly",
  });
  expect(scheduledTask({ ...values, name: "x".repeat(64) }).startedBy).toHaveLength(36);
});
