import { clusterArn } from "../../../../../core/arn";
import { scheduleRecord } from "../../../../../core/ecs/schedule/record";
import type { ResolvedSchedule } from "../../../../../core/ecs/schedule/values";
import { CONNECTION } from "../../../../helpers/samples";

const values: ResolvedSchedule = {
  connection: CONNECTION,
  name: "nightly",
  scheduleExpression: "rate(1 day)",
  target: { arn: clusterArn(CONNECTION, "main"), ecsParameters: { taskDefinitionArn: "t" } },
};

test("says what the schedule is, with what was not said", () => {
  expect(scheduleRecord(values)).toEqual({
    key: "schedule-nightly",
    arn: "arn:aws:scheduler:us-east-1:000000000000:schedule/default/nightly",
    attributes: {
      name: "nightly",
      groupName: "default",
      scheduleExpression: "rate(1 day)",
      scheduleExpressionTimezone: "UTC",
      state: "ENABLED",
      cluster: "main",
      taskDefinition: "t",
      taskCount: 1,
    },
  });
});

test("is another one in another group", () => {
  const { key, arn, attributes } = scheduleRecord({
    ...values,
    groupName: "batch",
    description: "at night",
    state: "DISABLED",
  });
  expect(key).toMatch(/^schedule-batch-nightly-/);
  expect(arn).toBe("arn:aws:scheduler:us-east-1:000000000000:schedule/batch/nightly");
  expect(attributes).toMatchObject({ description: "at night", state: "DISABLED" });
});
