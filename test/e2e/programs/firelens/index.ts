import * as pulumi from "@pulumi/pulumi";
import { EcsCluster, EcsService, Image, KecsInstance, stackOutputs, TaskDefinition } from "kecs";

/* A service whose output goes to a log router, which prints it. */
const local = new pulumi.Config("kecs");
const config = new pulumi.Config();

const instance = new KecsInstance(local.require("instance"), {
  httpPort: local.requireNumber("httpPort"),
  httpsPort: local.requireNumber("httpsPort"),
  k3sImage: process.env["KECS_K3S_IMAGE"] ?? "rancher/k3s:v1.34.2-k3s1",
  traefikImage: process.env["KECS_TRAEFIK_IMAGE"] ?? "traefik:v3.7.13",
});
const { connection, options } = instance;
const router = config.get("router");
const ofDaemon = (name: string, imageName: string) =>
  new Image(name, { connection, imageName }, options).ref;
const image = ofDaemon("shell", process.env["KECS_SHELL_IMAGE"] ?? "kecs-lab/base:bookworm");

const taskDefinition = new TaskDefinition(
  "web",
  {
    connection,
    secretValues: { password: "hunter2hunter2" },
    containerDefinitions: [
      {
        name: "web",
        image,
        entryPoint: ["/bin/sh", "-c", config.require("script")],
        logConfiguration: {
          logDriver: "awsfirelens",
          options: { Name: "stdout", "exclude-pattern": "unwanted" },
          secretOptions: [{ name: "Alias", valueFrom: "password" }],
        },
      },
      {
        name: "log",
        image: router === undefined ? image : ofDaemon("router", router),
        ...(router === undefined
          ? { entryPoint: ["/bin/sh", "-c", config.require("standIn")] }
          : {}),
        firelensConfiguration: { type: "fluentbit" },
      },
    ],
  },
  options,
);
new EcsService(
  "web",
  {
    connection,
    cluster: new EcsCluster("main", { connection }, options).arn,
    taskDefinition: taskDefinition.arn,
    settlingSeconds: 0,
  },
  options,
);

module.exports = stackOutputs(instance, []);
