import * as pulumi from "@pulumi/pulumi";
import {
  Alb,
  EcsCluster,
  EcsService,
  Image,
  KecsInstance,
  Listener,
  stackOutputs,
  TargetGroup,
  TaskDefinition,
} from "kecs";

/*
 * A web application behind nginx in the same task. The application writes its style sheet into a
 * volume; nginx, which starts after it, serves the files and passes everything else on.
 */
const local = new pulumi.Config("kecs");
const instance = new KecsInstance(local.get("instance") ?? "proxy", {
  httpPort: local.getNumber("httpPort") ?? 8080,
  httpsPort: local.getNumber("httpsPort") ?? 8443,
});
const { connection, options } = instance;

const args = { BASE_IMAGE: process.env["KECS_DEBIAN_IMAGE"] ?? "debian:bookworm-slim" };
const build = (folder: string) => ({ context: `${__dirname}/${folder}`, args });
const app = new Image("app", { connection, build: build("app") }, options);
const nginx = new Image("nginx", { connection, build: build("nginx") }, options);

const task = new TaskDefinition(
  "web",
  {
    connection,
    cpu: "512",
    memory: "512",
    networkMode: "awsvpc",
    volumes: [{ name: "static" }],
    containerDefinitions: [
      {
        name: "app",
        image: app.ref,
        environment: [{ name: "STATIC_FOLDER", value: "/srv/static" }],
        healthCheck: {
          command: ["CMD-SHELL", "curl --fail --silent http://127.0.0.1:3000/health"],
          interval: 5,
          retries: 2,
        },
        mountPoints: [{ sourceVolume: "static", containerPath: "/srv/static" }],
      },
      {
        name: "nginx",
        image: nginx.ref,
        portMappings: [{ containerPort: 80 }],
        dependsOn: [{ containerName: "app", condition: "START" }],
        mountPoints: [{ sourceVolume: "static", containerPath: "/srv/static", readOnly: true }],
      },
    ],
  },
  options,
);

const web = new TargetGroup("web", { connection, healthCheck: { path: "/health" } }, options);
new EcsService(
  "web",
  {
    connection,
    cluster: new EcsCluster("proxy", { connection }, options).arn,
    taskDefinition: task.arn,
    desiredCount: 2,
    loadBalancers: [{ targetGroupArn: web.arn, containerName: "nginx", containerPort: 80 }],
  },
  options,
);

const alb = new Alb("proxy-alb", { connection }, options);
new Listener(
  "http",
  {
    connection,
    loadBalancerArn: alb.arn,
    port: 80,
    defaultActions: [
      { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } },
    ],
  },
  options,
);
new Listener(
  "https",
  {
    connection,
    loadBalancerArn: alb.arn,
    port: 443,
    defaultActions: [{ type: "forward", targetGroupArn: web.arn }],
  },
  options,
);

module.exports = stackOutputs(instance, [alb]);
