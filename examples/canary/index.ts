import * as pulumi from "@pulumi/pulumi";
import {
  Alb,
  EcsCluster,
  EcsService,
  Image,
  KecsInstance,
  Listener,
  ListenerRule,
  stackOutputs,
  TargetGroup,
  TaskDefinition,
} from "kecs";

/*
 * A shop of three services, each with its own image, and the next version of one of them. How much
 * of the cart's traffic that version gets: pulumi config set canaryWeight 10
 */
const canaryWeight = new pulumi.Config().getNumber("canaryWeight") ?? 0;
const local = new pulumi.Config("kecs");
const instance = new KecsInstance(local.get("instance") ?? "canary", {
  httpPort: local.getNumber("httpPort") ?? 8080,
  httpsPort: local.getNumber("httpsPort") ?? 8443,
});
const { connection, options } = instance;
const cluster = new EcsCluster("canary", { connection }, options).arn;
const args = { BASE_IMAGE: process.env["KECS_DEBIAN_IMAGE"] ?? "debian:bookworm-slim" };

/** An ECS service with an image of its own folder, behind a target group of its own. */
function service(
  name: string,
  of: { desiredCount: number; isSticky?: boolean; environment?: Record<string, string> },
): TargetGroup {
  const build = { context: `${__dirname}/${name}`, args };
  const image = new Image(name, { connection, build }, options).ref;
  const stickiness = { type: "lb_cookie", enabled: of.isSticky === true, cookieDuration: 3600 };
  const group = new TargetGroup(
    name,
    { connection, healthCheck: { path: "/health" }, stickiness },
    options,
  );
  const task = new TaskDefinition(
    name,
    {
      connection,
      containerDefinitions: [
        {
          name,
          image,
          portMappings: [{ containerPort: 8080 }],
          environment: Object.entries(of.environment ?? {}).map(([key, value]) => ({
            name: key,
            value,
          })),
        },
      ],
    },
    options,
  );
  new EcsService(
    name,
    {
      connection,
      cluster,
      taskDefinition: task.arn,
      desiredCount: of.desiredCount,
      loadBalancers: [{ targetGroupArn: group.arn, containerName: name, containerPort: 8080 }],
      deploymentCircuitBreaker: { enable: true, rollback: true },
    },
    options,
  );
  return group;
}

const catalog = service("catalog", { desiredCount: 1 });
const cart = service("cart", { desiredCount: 2, isSticky: true });
const cartNext = service("cart-next", { desiredCount: 1 });
const web = service("web", {
  desiredCount: 2,
  environment: { BACKEND_URL: "http://canary-internal.elb.amazonaws.com" },
});

/** A load balancer whose paths lead to the services. */
function loadBalancer(name: string, internal: boolean): Alb {
  const alb = new Alb(name, { connection, internal }, options);
  const listener = new Listener(
    name,
    {
      connection,
      loadBalancerArn: alb.arn,
      port: 80,
      defaultActions: [{ type: "forward", targetGroupArn: web.arn }],
    },
    options,
  );
  const rule = (
    of: string,
    priority: number,
    pattern: string,
    action: Record<string, unknown>,
    headers: { httpHeaderName: string; values: string[] }[] = [],
  ) =>
    new ListenerRule(
      `${name}-${of}`,
      {
        connection,
        listenerArn: listener.arn,
        priority,
        conditions: [
          { pathPattern: { values: [`/${pattern}`, `/${pattern}/*`] } },
          ...headers.map((httpHeader) => ({ httpHeader })),
        ],
        actions: [{ type: "forward", ...action }],
      },
      options,
    );
  rule("catalog", 10, "catalog", { targetGroupArn: catalog.arn });
  rule("cart-testers", 20, "cart", { targetGroupArn: cartNext.arn }, [
    { httpHeaderName: "X-Canary", values: ["yes"] },
  ]);
  rule("cart", 30, "cart", {
    forward: {
      targetGroups: [
        { arn: cart.arn, weight: 100 - canaryWeight },
        { arn: cartNext.arn, weight: canaryWeight },
      ],
      // AWS wants it of an action with a sticky target group.
      stickiness: { enabled: true, duration: 3600 },
    },
  });
  return alb;
}

module.exports = stackOutputs(instance, [
  loadBalancer("canary-alb", false),
  loadBalancer("canary-internal", true),
]);
