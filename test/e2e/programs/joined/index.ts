import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  Alb,
  EcsCluster,
  EcsService,
  KecsInstance,
  KecsStack,
  Listener,
  ListenerRule,
  stackOutputs,
  TargetGroup,
  TaskDefinition,
} from "kecs";

/*
 * Two stacks of one instance: the owner makes it with a load balancer, two listeners and a target
 * group; the guest adds the tasks, a rule and a listener to what it knows by ARNs alone.
 */
const config = new pulumi.Config();
const local = new pulumi.Config("kecs");
const OK = { type: "fixed-response", fixedResponse: { statusCode: "200" } };

function owner() {
  const name = local.require("instance");
  const instance = new KecsInstance(name, {
    httpPort: local.requireNumber("httpPort"),
    httpsPort: local.requireNumber("httpsPort"),
    portRangeStart: local.requireNumber("portRangeStart"),
    portRangeEnd: local.requireNumber("portRangeEnd"),
  });
  const { connection, options } = instance;
  const alb = new Alb(
    `${name}-alb`,
    { connection, hostnames: ["shop.test"], enableTlsVersionAndCipherSuiteHeaders: true },
    options,
  );
  const group = new TargetGroup(
    "web",
    { connection, healthCheck: { path: "/health" }, deregistrationDelay: 1 },
    options,
  );
  const http = new Listener(
    "http",
    {
      connection,
      loadBalancerArn: alb.arn,
      port: 80,
      defaultActions: [{ type: "forward", targetGroupArn: group.arn }],
    },
    options,
  );
  // Neither its protocol nor its local port can be guessed from its port.
  const secure = new Listener(
    "secure",
    {
      connection,
      loadBalancerArn: alb.arn,
      port: 8081,
      protocol: "HTTPS",
      localPort: local.requireNumber("portRangeEnd"),
      defaultActions: [OK],
    },
    options,
  );
  const late = config.getNumber("latePort");
  if (late !== undefined) {
    const { arn: loadBalancerArn } = alb;
    new Listener(
      "late",
      { connection, loadBalancerArn, port: late, protocol: "HTTP", defaultActions: [OK] },
      options,
    );
  }
  return {
    ...stackOutputs(instance, [alb]),
    alb: alb.arn,
    group: group.arn,
    http: http.arn,
    secure: secure.arn,
  };
}

function guest() {
  const reference = `organization/joined/${config.require("owner")}`;
  const stack = KecsStack.reference(reference);
  const arns = new pulumi.StackReference(`${reference}-arns`, { name: reference });
  const arn = (of: string) => arns.requireOutput(of) as pulumi.Output<string>;
  const { connection } = stack;
  const options = { provider: new k8s.Provider("owner", { kubeconfig: stack.kubeconfig }) };
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
      cluster: new EcsCluster("guest", { connection }, options).arn,
      taskDefinition: task.arn,
      loadBalancers: [{ targetGroupArn: arn("group"), containerName: "web", containerPort: 80 }],
    },
    options,
  );
  if (config.getBoolean("namesake") === true) new TargetGroup("web", { connection }, options);
  new ListenerRule(
    "guest",
    {
      connection,
      listenerArn: arn("secure"),
      priority: 10,
      conditions: [{ hostHeader: { values: [config.require("host")] } }],
      actions: [{ type: "forward", targetGroupArn: arn("group") }],
    },
    options,
  );
  const moved = new Listener(
    "moved",
    {
      connection,
      loadBalancerArn: arn("alb"),
      port: 8082,
      defaultActions: [
        {
          type: "redirect",
          redirect: { statusCode: "HTTP_301", protocol: "HTTPS", port: "8081" },
        },
      ],
    },
    options,
  );
  return { moved: moved.url };
}

module.exports = config.get("owner") === undefined ? owner() : guest();
