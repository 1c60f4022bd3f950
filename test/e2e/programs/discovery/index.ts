import * as pulumi from "@pulumi/pulumi";
import {
  Alb,
  DiscoveryService,
  KecsInstance,
  Listener,
  ListenerRule,
  PrivateDnsNamespace,
  stackOutputs,
  TargetGroup,
} from "kecs";

/** An instance with a name and a load balancer, whose tasks the test makes by itself. */
const config = new pulumi.Config();
const local = new pulumi.Config("kecs");
const instance = new KecsInstance(local.require("instance"), {
  httpPort: local.requireNumber("httpPort"),
  httpsPort: local.requireNumber("httpsPort"),
  portRangeStart: local.requireNumber("portRangeStart"),
  portRangeEnd: local.requireNumber("portRangeEnd"),
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

const alb = new Alb("Front", { connection, hostnames: ["front.test", "*.front.test"] }, options);
const web = new TargetGroup("web", { connection, deregistrationDelay: 1 }, options);
const loadBalancerArn = alb.arn;
const toWeb = [{ type: "forward", targetGroupArn: web.arn }];
const toSecure = { statusCode: "HTTP_301", protocol: "HTTPS", port: "443", path: "/moved" };
const http = new Listener(
  "http",
  { connection, loadBalancerArn, port: 80, defaultActions: toWeb },
  options,
);
new Listener("https", { connection, loadBalancerArn, port: 443, defaultActions: toWeb }, options);
new ListenerRule(
  "moved",
  {
    connection,
    listenerArn: http.arn,
    priority: 10,
    conditions: [{ hostHeader: { values: ["moved.front.test"] } }],
    actions: [{ type: "redirect", redirect: toSecure }],
  },
  options,
);
if (config.getBoolean("late") === true) {
  new Listener("late", { connection, loadBalancerArn, port: 8081, defaultActions: toWeb }, options);
}

module.exports = { ...stackOutputs(instance, [alb]), registryArn: orders.arn };
