import * as pulumi from "@pulumi/pulumi";
import {
  Alb,
  EcsCluster,
  EcsService,
  KecsInstance,
  Listener,
  stackOutputs,
  TargetGroup,
  TaskDefinition,
} from "kecs";

/* One service behind a load balancer, of which each deployment of the test changes one thing. */
const config = new pulumi.Config();
const local = new pulumi.Config("kecs");

const instance = new KecsInstance(local.require("instance"), {
  httpPort: local.requireNumber("httpPort"),
  httpsPort: local.requireNumber("httpsPort"),
  k3sImage: process.env["KECS_K3S_IMAGE"] ?? "rancher/k3s:v1.34.2-k3s1",
  traefikImage: process.env["KECS_TRAEFIK_IMAGE"] ?? "traefik:v3.7.13",
});
const { connection, options } = instance;

const group = new TargetGroup(
  "web",
  {
    connection,
    healthCheck: { path: "/health" },
    deregistrationDelay: 5,
    stickiness: { type: "lb_cookie", enabled: config.getBoolean("sticky") ?? false },
  },
  options,
);
/** A container that others wait for, and that never ends nor is healthy. */
const awaits = config.get("awaits");
const ENDLESS = {
  name: "side_job",
  image: config.require("image"),
  essential: false,
  startTimeout: 5,
  environment: [
    { name: "PORT", value: "8090" },
    { name: "WHOAMI_PORT_NUMBER", value: "8090" },
  ],
  healthCheck: {
    command: ["CMD", "/echo", "lookup", "no.such.name"],
    interval: 5,
    timeout: 2,
    retries: 1,
  },
};

const task = new TaskDefinition(
  "web",
  {
    connection,
    containerDefinitions: [
      {
        name: "web",
        image: config.require("image"),
        ...(config.getBoolean("crashing") === true ? { command: ["lookup", "no.such.name"] } : {}),
        ...(awaits === undefined
          ? {}
          : { dependsOn: [{ containerName: "side_job", condition: awaits }] }),
        portMappings: [{ containerPort: 8080 }],
        environment: [
          { name: "PORT", value: "8080" },
          { name: "WHOAMI_PORT_NUMBER", value: "8080" },
          { name: "KECS_TARGET", value: config.require("version") },
        ],
      },
      ...(awaits === undefined ? [] : [ENDLESS]),
    ],
  },
  options,
);
new EcsService(
  "web",
  {
    connection,
    cluster: new EcsCluster("deploy", { connection }, options).arn,
    taskDefinition: task.arn,
    desiredCount: config.requireNumber("count"),
    deploymentCircuitBreaker: { enable: true, rollback: true },
    loadBalancers: [{ targetGroupArn: group.arn, containerName: "web", containerPort: 8080 }],
  },
  options,
);

const alb = new Alb("loaded", { connection }, options);
new Listener(
  "http",
  {
    connection,
    loadBalancerArn: alb.arn,
    port: 80,
    defaultActions: [{ type: "forward", targetGroupArn: group.arn }],
  },
  options,
);

module.exports = stackOutputs(instance, [alb]);
