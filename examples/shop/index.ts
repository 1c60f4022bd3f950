import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import {
  Alb,
  Certificate,
  EcsCluster,
  EcsService,
  KecsInstance,
  Listener,
  ListenerCertificate,
  ListenerRule,
  stackOutputs,
  TargetGroup,
  TaskDefinition,
} from "kecs";

/*
 * A shop: everything is HTTPS, the next version gets a tenth of the checkouts, the admin pages are
 * closed for maintenance, and a program that you are working on can take its share of the shop's
 * requests: pulumi config set devPort 3000
 */
const config = new pulumi.Config();
const local = new pulumi.Config("kecs");
const devPort = config.getNumber("devPort");
const pem = (key: string): string => readFileSync(config.require(key), "utf8");

const instance = new KecsInstance(local.get("instance") ?? "shop", {
  httpPort: local.getNumber("httpPort") ?? 8080,
  httpsPort: local.getNumber("httpsPort") ?? 8443,
  k3sImage: process.env["KECS_K3S_IMAGE"] ?? "rancher/k3s:v1.34.2-k3s1",
  traefikImage: process.env["KECS_TRAEFIK_IMAGE"] ?? "traefik:v3.7.13",
});
const { connection, options } = instance;
const cluster = new EcsCluster("shop", { connection }, options).arn;

/** An ECS service behind a target group of its own. */
function service(name: string, desiredCount: number, targets: readonly string[] = []): TargetGroup {
  const group = new TargetGroup(
    name,
    { connection, healthCheck: { path: "/health" }, targets },
    options,
  );
  const containerDefinitions = [
    {
      name: "web",
      image: process.env["KECS_SAMPLE_IMAGE"] ?? "traefik/whoami:v1.11.0",
      portMappings: [{ containerPort: 80 }],
      environment: [{ name: "WHOAMI_NAME", value: name }],
    },
  ];
  const task = new TaskDefinition(name, { connection, containerDefinitions }, options);
  const loadBalancers = [{ targetGroupArn: group.arn, containerName: "web", containerPort: 80 }];
  new EcsService(
    name,
    {
      connection,
      cluster,
      taskDefinition: task.arn,
      desiredCount,
      loadBalancers,
    },
    options,
  );
  return group;
}
const web = service("web", 2, devPort === undefined ? [] : [`localhost:${devPort}`]);
const next = service("next", 1);

const alb = new Alb("shop-alb", { connection, hostnames: ["shop.test"] }, options);
const loadBalancerArn = alb.arn;
const forwardToWeb = [{ type: "forward", targetGroupArn: web.arn }];

new Listener(
  "http",
  {
    connection,
    loadBalancerArn,
    port: 80,
    defaultActions: [
      {
        type: "redirect",
        redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" },
      },
    ],
  },
  options,
);

const shopCertificate = new Certificate("shop", { connection, domainName: "shop.test" }, options);
const https = new Listener(
  "https",
  {
    connection,
    loadBalancerArn,
    port: 443,
    certificateArn: shopCertificate.arn,
    defaultActions: forwardToWeb,
  },
  options,
);
const listenerArn = https.arn;
const nextCertificate = new Certificate("next", { connection, domainName: "next.test" }, options);
new ListenerCertificate("next", { listenerArn, certificateArn: nextCertificate.arn }, options);

new ListenerRule(
  "maintenance",
  {
    connection,
    listenerArn,
    priority: 10,
    conditions: [{ pathPattern: { values: ["/admin", "/admin/*"] } }],
    actions: [
      {
        type: "fixed-response",
        fixedResponse: {
          statusCode: "503",
          contentType: "text/html",
          messageBody: "<h1>Back at noon</h1>",
        },
      },
    ],
  },
  options,
);
new ListenerRule(
  "canary",
  {
    connection,
    listenerArn,
    priority: 20,
    conditions: [{ pathPattern: { values: ["/checkout/*"] } }],
    actions: [
      {
        type: "forward",
        forward: {
          targetGroups: [
            { arn: web.arn, weight: 90 },
            { arn: next.arn, weight: 10 },
          ],
          stickiness: { enabled: true, duration: 3600 },
        },
      },
    ],
  },
  options,
);
new ListenerRule(
  "preview",
  {
    connection,
    listenerArn,
    priority: 30,
    conditions: [{ hostHeader: { values: ["next.test"] } }],
    actions: [{ type: "forward", targetGroupArn: next.arn }],
  },
  options,
);

// What partners call: TLS 1.3 only, and the company's own certificate where there is one.
const partnersCertificate =
  config.get("certificateFile") === undefined
    ? undefined
    : new Certificate(
        "partners",
        {
          connection,
          certificateBody: pem("certificateFile"),
          privateKey: pulumi.secret(pem("keyFile")),
        },
        options,
      );
const partners = new Alb(
  "partners-alb",
  { connection, hostnames: ["partners.shop.test"] },
  options,
);
new Listener(
  "partners",
  {
    connection,
    loadBalancerArn: partners.arn,
    port: 443,
    sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06",
    ...(partnersCertificate === undefined ? {} : { certificateArn: partnersCertificate.arn }),
    defaultActions: forwardToWeb,
  },
  options,
);

module.exports = stackOutputs(instance, [alb, partners]);
