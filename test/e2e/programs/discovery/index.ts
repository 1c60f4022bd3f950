import * as pulumi from "@pulumi/pulumi";
import { DiscoveryService, KecsInstance, PrivateDnsNamespace, stackOutputs } from "kecs";

/** An instance with one name, whose tasks the test makes by itself. */
const local = new pulumi.Config("kecs");
const instance = new KecsInstance(local.require("instance"), {
  httpPort: local.requireNumber("httpPort"),
  httpsPort: local.requireNumber("httpsPort"),
  k3sImage: process.env["KECS_K3S_IMAGE"] ?? "rancher/k3s:v1.34.2-k3s1",
  traefikImage: process.env["KECS_TRAEFIK_IMAGE"] ?? "traefik:v3.7.13",
});
const { connection, options } = instance;
const namespace = new PrivateDnsNamespace("myapp.local", { connection }, options);
const orders = new DiscoveryService(
  "orders",
  { connection, dnsConfig: { namespaceId: namespace.id, dnsRecords: [{ type: "A", ttl: 10 }] } },
  options,
);

module.exports = { ...stackOutputs(instance, []), registryArn: orders.arn };
