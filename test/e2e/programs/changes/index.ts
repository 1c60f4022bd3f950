import * as pulumi from "@pulumi/pulumi";
import {
  Alb,
  EcsCluster,
  EcsService,
  KecsInstance,
  Listener,
  ListenerRule,
  stackOutputs,
  TargetGroup,
  TaskDefinition,
  type ConditionArgs,
} from "kecs";

/*
 * Two load balancers in four stages: the base alone; 50 more listeners and rules; the same in
 * another order; the base alone again. Only `/base/*` is never spoken of by what comes and goes.
 */
const config = new pulumi.Config();
const local = new pulumi.Config("kecs");
const stage = config.requireNumber("stage");
const isFull = stage === 1 || stage === 2;
const rangeStart = local.requireNumber("portRangeStart");

const instance = new KecsInstance(local.require("instance"), {
  httpPort: local.requireNumber("httpPort"),
  httpsPort: local.requireNumber("httpsPort"),
  portRangeStart: rangeStart,
  portRangeEnd: local.requireNumber("portRangeEnd"),
  k3sImage: process.env["KECS_K3S_IMAGE"] ?? "rancher/k3s:v1.34.2-k3s1",
  traefikImage: process.env["KECS_TRAEFIK_IMAGE"] ?? "traefik:v3.7.13",
});
const { connection, options } = instance;

const group = new TargetGroup("web", { connection, healthCheck: { path: "/health" } }, options);
const forward = [{ type: "forward", targetGroupArn: group.arn }];
const task = new TaskDefinition(
  "web",
  {
    connection,
    containerDefinitions: [
      {
        name: "web",
        image: process.env["KECS_SAMPLE_IMAGE"] ?? "traefik/whoami:v1.11.0",
        portMappings: [{ containerPort: 80 }],
      },
    ],
  },
  options,
);
new EcsService(
  "web",
  {
    connection,
    cluster: new EcsCluster("changes", { connection }, options).arn,
    taskDefinition: task.arn,
    desiredCount: 2,
    loadBalancers: [{ targetGroupArn: group.arn, containerName: "web", containerPort: 80 }],
  },
  options,
);

const loadBalancers = ["loaded", "other"].map((name) => {
  const alb = new Alb(name, { connection }, options);
  const http = new Listener(
    name,
    { connection, loadBalancerArn: alb.arn, port: 80, defaultActions: forward },
    options,
  );
  new ListenerRule(
    `${name}-base`,
    {
      connection,
      listenerArn: http.arn,
      priority: 25000,
      conditions: [{ pathPattern: { values: ["/base/*"] } }],
      actions: forward,
    },
    options,
  );
  return { name, alb, http };
});

/** What the rules that come and go match: every kind of requests but those for `/base/*`. */
const CONDITIONS: readonly ((i: number) => ConditionArgs)[] = [
  () => ({ pathPattern: { values: ["/any/*"] } }),
  (i) => ({ hostHeader: { values: [`added-${i}.test`] } }),
  (i) => ({ queryStrings: [{ key: "n", value: String(i) }] }),
  (i) => ({ httpHeader: { httpHeaderName: "X-Number", values: [`${i}*`] } }),
];
const RULES = 20;
/** Rule i's priority: ascending on both sides of the base, and in the second order descending. */
const priorityOf = (i: number): number => {
  const place = stage === 2 ? RULES - 1 - i : i;
  return place < RULES / 2 ? 100 + place : 30000 + place;
};

for (const { name, alb, http } of isFull ? loadBalancers : []) {
  for (let i = 0; i < RULES; i += 1) {
    const conditions = [CONDITIONS[i % CONDITIONS.length]?.(i) ?? {}];
    new ListenerRule(
      `${name}-${i}`,
      {
        connection,
        listenerArn: http.arn,
        priority: priorityOf(i),
        // Hosts are one load balancer's alone.
        conditions:
          name === "other" && i % CONDITIONS.length === 1
            ? [{ hostHeader: { values: [`other-${i}.test`] } }]
            : conditions,
        actions:
          i % 2 === 0
            ? forward
            : [
                {
                  type: "fixed-response",
                  fixedResponse: { statusCode: "200", messageBody: String(i) },
                },
              ],
      },
      options,
    );
  }
  for (let i = 0; i < 5; i += 1) {
    const port = rangeStart + 2 * i + (name === "other" ? 1 : 0);
    new Listener(
      `${name}-${port}`,
      { connection, loadBalancerArn: alb.arn, port, defaultActions: forward },
      options,
    );
  }
}

module.exports = stackOutputs(
  instance,
  loadBalancers.map(({ alb }) => alb),
);
