import * as pulumi from "@pulumi/pulumi";
import {
  Alb,
  EcsCluster,
  EcsService,
  Image,
  KecsInstance,
  Listener,
  TargetGroup,
  TaskDefinition,
} from "kecs";

/* One service whose image comes of the folder `web`, or of the host's daemon. */
const config = new pulumi.Config();
const local = new pulumi.Config("kecs");
const imageName = config.get("imageName");
const target = config.get("target");

const instance = new KecsInstance(local.require("instance"), {
  httpPort: local.requireNumber("httpPort"),
  httpsPort: local.requireNumber("httpsPort"),
  k3sImage: process.env["KECS_K3S_IMAGE"] ?? "rancher/k3s:v1.34.2-k3s1",
  traefikImage: process.env["KECS_TRAEFIK_IMAGE"] ?? "traefik:v3.7.13",
});
const { connection, options } = instance;

const image = new Image(
  "web",
  {
    connection,
    ...(imageName === undefined
      ? {
          build: {
            context: "web",
            args: { GREETING: config.get("greeting") ?? "first" },
            ...(target === undefined ? {} : { target }),
          },
        }
      : { imageName }),
  },
  options,
);
const task = new TaskDefinition(
  "web",
  {
    connection,
    containerDefinitions: [
      { name: "web", image: image.ref, portMappings: [{ containerPort: 80 }] },
    ],
  },
  options,
);
const group = new TargetGroup("web", { connection, healthCheck: { path: "/health" } }, options);
const alb = new Alb("image", { connection }, options);
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
new EcsService(
  "web",
  {
    connection,
    cluster: new EcsCluster("image", { connection }, options).arn,
    taskDefinition: task.arn,
    desiredCount: 1,
    loadBalancers: [{ targetGroupArn: group.arn, containerName: "web", containerPort: 80 }],
  },
  options,
);

export const ref = image.ref;
