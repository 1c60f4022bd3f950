import * as pulumi from "@pulumi/pulumi";
import {
  EcsCluster,
  KecsInstance,
  Schedule,
  stackOutputs,
  TaskDefinition,
  type ScheduleArgs,
} from "kecs";

/*
 * Schedules of each minute: of a task that ends well, of two that fail, of one that cannot start, and one
 * that is disabled. Without them where the test says so.
 */
const config = new pulumi.Config();
const local = new pulumi.Config("kecs");

const instance = new KecsInstance(local.require("instance"), {
  httpPort: local.requireNumber("httpPort"),
  httpsPort: local.requireNumber("httpsPort"),
  k3sImage: process.env["KECS_K3S_IMAGE"] ?? "rancher/k3s:v1.34.2-k3s1",
  traefikImage: process.env["KECS_TRAEFIK_IMAGE"] ?? "traefik:v3.7.13",
});
const { connection, options } = instance;
const image = process.env["KECS_SHELL_IMAGE"] ?? "kecs-lab/base:bookworm";
const cluster = new EcsCluster("main", { connection }, options);

const shell = (name: string, script: string, of = image) =>
  new TaskDefinition(
    name,
    {
      connection,
      secretValues: { password: "hunter2hunter2" },
      containerDefinitions: [
        {
          name,
          image: of,
          entryPoint: ["/bin/sh", "-c"],
          command: [script],
          stopTimeout: 2,
          secrets: [{ name: "PASSWORD", valueFrom: "password" }],
        },
      ],
    },
    options,
  );

const report = shell("report", "exit 9");
const faulty = shell("faulty", "echo broken >&2; exit 3");
const lost = shell("lost", "exit 0", "kecs.invalid/none:1");

const every = (name: string, task: TaskDefinition, more: Partial<ScheduleArgs> = {}) =>
  new Schedule(
    name,
    {
      connection,
      scheduleExpression: "rate(1 minute)",
      flexibleTimeWindow: { mode: "OFF" },
      target: { arn: cluster.arn, ecsParameters: { taskDefinitionArn: task.arn } },
      ...more,
    },
    options,
  );

if (config.getBoolean("hasSchedules") ?? true) {
  every("reports", report, {
    target: {
      arn: cluster.arn,
      ecsParameters: { taskDefinitionArn: report.arn, tags: { team: "a" } },
      input: JSON.stringify({
        containerOverrides: [
          {
            name: "report",
            command: ["echo reported by $WHO with ${#PASSWORD} letters; sleep 1"],
            environment: [{ name: "WHO", value: "nobody" }],
          },
        ],
      }),
    },
  });
  every("faults", faulty, {
    target: {
      arn: cluster.arn,
      ecsParameters: { taskDefinitionArn: faulty.arn, taskCount: 2 },
    },
  });
  every("losses", lost);
  every("off", report, { state: "DISABLED" });
  every("nightly", report, {
    scheduleExpression: config.get("nightly") ?? "cron(30 2 ? * MON-FRI *)",
    scheduleExpressionTimezone: "Europe/Berlin",
  });
}

module.exports = stackOutputs(instance, []);
