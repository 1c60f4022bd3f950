import * as pulumi from "@pulumi/pulumi";
import { EcsCluster, EcsService, Image, KecsInstance, stackOutputs, TaskDefinition } from "kecs";

/* Services on images of their own: two that are built, and one of the daemon. */
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

function service(name: string, image: pulumi.Input<string>, desiredCount: number): void {
  const task = new TaskDefinition(
    name,
    { connection, containerDefinitions: [{ name: "web", image }] },
    options,
  );
  new EcsService(
    name,
    { connection, cluster, taskDefinition: task.arn, desiredCount, settlingSeconds: 0 },
    options,
  );
}

const contexts = config.require("contexts");
const args = { BASE: config.require("base"), VERSION: config.require("version") };
const target = config.get("target");
const built = new Image(
  "built",
  {
    connection,
    build: { context: `${contexts}/built`, args, ...(target === undefined ? {} : { target }) },
  },
  options,
);
const other = new Image(
  "other",
  {
    connection,
    build: { context: `${contexts}/other`, args: { BASE: args.BASE }, platform: "linux/amd64" },
  },
  options,
);
const named = new Image("named", { connection, imageName: config.require("named") }, options);

service("built", built.ref, 2);
service("other", other.ref, 1);
service("named", named.ref, 1);

module.exports = { ...stackOutputs(instance, []), refs: [built.ref, other.ref, named.ref] };
