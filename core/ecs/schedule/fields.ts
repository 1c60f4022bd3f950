import { argumentFields } from "../../support/argumentFields";
import { CONNECTION_FIELD } from "../../support/connectionFields";
import { emulated, holding, ignored, refused } from "../../support/fieldSpec";
import { AWS_ONLY } from "../task/fields";
import type { ResolvedSchedule } from "./values";

const DATES = "a CronJob has no beginning and no end";
const OTHER_TARGETS = "a schedule starts tasks of ECS here, and nothing else";
const LEAVE_OUT = "leave it out locally";

/** Every field of a Schedule, and those of `aws.scheduler.Schedule`. */
export const SCHEDULE_FIELDS = argumentFields<ResolvedSchedule>(
  "a schedule",
  { code: "KECS1023" },
  {
    connection: CONNECTION_FIELD,
    name: "text!",
    namePrefix: ignored("text", "the name is `name`, or that of the component"),
    groupName: "text",
    description: "text",
    scheduleExpression: emulated(
      "text!",
      "a CronJob of the same times; what it cannot say is rejected, see above",
    ),
    scheduleExpressionTimezone: "text",
    state: "text",
    startDate: refused("text", DATES, "set `state` when it is to begin"),
    endDate: refused("text", DATES, "set `state` when it is to end"),
    flexibleTimeWindow: emulated("object", "every run starts at the beginning of the window", {
      fields: { mode: "text!", maximumWindowInMinutes: "number" },
    }),
    target: holding("object!", {
      arn: "text!",
      input: "text",
      roleArn: ignored("text", "there is no IAM here"),
      deadLetterConfig: ignored("object", "`kecs ps` shows what failed", {
        fields: { arn: "text!" },
      }),
      retryPolicy: holding("object", {
        maximumEventAgeInSeconds: emulated(
          "number",
          "how late a run may start, after the instance was stopped or busy; default 60",
        ),
        maximumRetryAttempts: ignored("number", "Kubernetes tries to start a task until it can"),
      }),
      ecsParameters: holding("object!", {
        taskDefinitionArn: "text!",
        taskCount: "number",
        group: "text",
        tags: "textMap",
        launchType: AWS_ONLY.launchType,
        capacityProviderStrategies: AWS_ONLY.capacityProviderStrategy,
        platformVersion: AWS_ONLY.platformVersion,
        networkConfiguration: ignored("object", "all tasks are in the instance's own network", {
          fields: { subnets: "texts", securityGroups: "texts", assignPublicIp: "boolean" },
        }),
        placementConstraints: AWS_ONLY.placementConstraints,
        placementStrategies: AWS_ONLY.placementStrategy,
        enableExecuteCommand: AWS_ONLY.enableExecuteCommand,
        enableEcsManagedTags: AWS_ONLY.enableECSManagedTags,
        propagateTags: AWS_ONLY.propagateTags,
        referenceId: AWS_ONLY.referenceId,
      }),
      eventbridgeParameters: refused("object", OTHER_TARGETS, LEAVE_OUT, {
        fields: { detailType: "text", source: "text" },
      }),
      kinesisParameters: refused("object", OTHER_TARGETS, LEAVE_OUT, {
        fields: { partitionKey: "text" },
      }),
      sagemakerPipelineParameters: refused("object", OTHER_TARGETS, LEAVE_OUT, {
        fields: { pipelineParameters: holding("objects", { name: "text", value: "text" }) },
      }),
      sqsParameters: refused("object", OTHER_TARGETS, LEAVE_OUT, {
        fields: { messageGroupId: "text" },
      }),
    }),
    actionAfterCompletion: ignored("text", "a schedule has no end here"),
    kmsKeyArn: ignored("text", "nothing is encrypted"),
    region: ignored("text", "the region is the instance's"),
  },
);
