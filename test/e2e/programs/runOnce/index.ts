import * as pulumi from "@pulumi/pulumi";
import {
  EcsCluster,
  EcsService,
  EcsTask,
  KecsInstance,
  stackOutputs,
  TaskDefinition,
  type EcsTaskArgs,
} from "kecs";

/* A service whose update waits for a migration, of which each update of the test changes one thing. */
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

const shell = (name: string, given: string, script: string) =>
  new TaskDefinition(
    name,
    {
      connection,
      secretValues: { password: "hunter2hunter2" },
      containerDefinitions: [
        {
          name,
          image: given,
          entryPoint: ["/bin/sh", "-c"],
          command: [script],
          stopTimeout: 2,
          secrets: [{ name: "PASSWORD", valueFrom: "password" }],
        },
      ],
    },
    options,
  );

const timeout = config.getNumber("timeout");
const more: Partial<EcsTaskArgs> = timeout === undefined ? {} : { timeout };
const migrate = new EcsTask(
  "migrate",
  {
    connection,
    cluster: cluster.arn,
    taskDefinition: shell("migrate", config.get("image") ?? image, "exit 9").arn,
    startedBy: "deploy",
    overrides: { containerOverrides: [{ name: "migrate", command: [config.require("script")] }] },
    triggers: [config.get("trigger") ?? ""],
    everyUp: config.getBoolean("everyUp") ?? false,
    ...more,
  },
  options,
);

const version = config.require("version");
const web = new EcsService(
  "web",
  {
    connection,
    cluster: cluster.arn,
    taskDefinition: shell("web", image, `: ${version}; exec sleep 1000`).arn,
    settlingSeconds: 0,
  },
  { ...options, dependsOn: migrate },
);

module.exports = {
  ...stackOutputs(instance, []),
  tasks: migrate.tasks,
  exitCode: migrate.exitCode,
  logs: migrate.logs,
  web: web.arn,
};
