import * as pulumi from "@pulumi/pulumi";
import { EcsCluster, EcsService, Image, KecsInstance, stackOutputs, TaskDefinition } from "kecs";

/* Ten services, one of them on an image of its own. */
const config = new pulumi.Config();
const local = new pulumi.Config("kecs");

const instance = new KecsInstance(local.require("instance"), {
  httpPort: local.requireNumber("httpPort"),
  httpsPort: local.requireNumber("httpsPort"),
  k3sImage: process.env["KECS_K3S_IMAGE"] ?? "rancher/k3s:v1.34.2-k3s1",
  traefikImage: process.env["KECS_TRAEFIK_IMAGE"] ?? "traefik:v3.7.13",
});
const { connection, options } = instance;
const cluster = new EcsCluster("main", { connection }, options).arn;
const built = new Image(
  "built",
  {
    connection,
    build: { context: config.require("context"), args: { BASE: config.require("image") } },
  },
  options,
);

function service(name: string, image: pulumi.Input<string>): void {
  const task = new TaskDefinition(
    name,
    {
      connection,
      containerDefinitions: [{ name: "web", image, portMappings: [{ containerPort: 8080 }] }],
    },
    options,
  );
  new EcsService(
    name,
    { connection, cluster, taskDefinition: task.arn, settlingSeconds: 0 },
    options,
  );
}

service("s0", built.ref);
service("s1", config.require("next"));
for (let i = 2; i < 10; i += 1) service(`s${i}`, config.require("image"));

module.exports = stackOutputs(instance, []);
