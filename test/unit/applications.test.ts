import * as pulumi from "@pulumi/pulumi";
import {
  Alb,
  EcsCluster,
  EcsService,
  Listener,
  TargetGroup,
  TaskDefinition,
} from "../../components";
import { transports } from "../../core/lb/loadBalancer/manifests";
import * as arn from "../../core/arn";
import { listenerOutputs } from "../../core/outputs/listenerOutputs";
import type * as model from "../../core/lb/model";
import { listenerObjects } from "../../core/lb/translate/listener";
import { targetGroupManifest } from "../../core/lb/targetGroup/manifests";
import { targetHealthCheck } from "../../core/lb/targetGroup/targetHealth";
import { crdErrors } from "../helpers/crd";
import { deploy, type Deployment, type Registration } from "../helpers/deploy";
import { CONNECTION } from "../helpers/samples";

const connection = CONNECTION;
const CONFIG_MAP = "kubernetes:core/v1:ConfigMap";
const TRAEFIK = "kubernetes:traefik.io/v1alpha1";
const LISTENER = "kecs:lb:Listener::web";
const ALB_ARN = arn.loadBalancerArn(CONNECTION, "myapp-alb");
const GROUP_ARN = arn.targetGroupArn(CONNECTION, "front");
const HEALTH = { path: "/health", interval: 10 };
const CONTAINER = {
  name: "web",
  image: "nginx:1.27",
  portMappings: [{ containerPort: 80 }],
  environment: [{ name: "PASSWORD", value: "hunter2" }],
};
const forwardTo = (targetGroupArn: pulumi.Input<string>) => [{ type: "forward", targetGroupArn }];

/** A whole application on an instance that another stack made. */
function application(given: pulumi.Input<typeof connection> = connection) {
  const alb = new Alb("myapp-alb", {
    connection: given,
    hostnames: ["*.example.test"],
    idleTimeout: 30,
    tags: { team: "a" },
  });
  const group = new TargetGroup("front", { connection: given, healthCheck: HEALTH });
  new Listener("web", {
    connection: given,
    loadBalancerArn: alb.arn,
    port: 8081,
    defaultActions: forwardTo(group.arn),
  });
  const task = new TaskDefinition("web", { connection: given, containerDefinitions: [CONTAINER] });
  new EcsService("web", {
    connection: given,
    cluster: new EcsCluster("main", { connection: given }).arn,
    taskDefinition: task.arn,
    desiredCount: 2,
    loadBalancers: [{ targetGroupArn: group.arn, containerName: "web", containerPort: 80 }],
  });
  return { urls: alb.urls, listeners: alb.listeners, routing: alb.routing };
}

const head = ({ type, name, parent }: Registration) => `${parent ?? "-"} > ${type}::${name}`;
const spec = (deployment: Deployment, type: string, name: string) => {
  const { metadata, spec: of } = deployment.one(type, name).inputs;
  return { metadata, spec: of };
};
const withoutType = <T extends { metadata: object; spec: object }>({ metadata, spec: of }: T) => ({
  metadata,
  spec: of,
});
const attributes = (deployment: Deployment, name: string) => {
  const { arn: of, attributes: text } = deployment.one(CONFIG_MAP, name).inputs["data"] as Record<
    string,
    string
  >;
  return { arn: of, ...(JSON.parse(text ?? "") as object) };
};

let made: Deployment;
beforeAll(async () => {
  made = await deploy(application);
});

const HOSTS = ["myapp-alb.elb.localhost", "myapp-alb.elb.amazonaws.com", "*.example.test"];
const WEB: model.Listener = {
  port: 8081,
  protocol: "HTTP",
  localPort: 9001,
  entryPoint: "alb-9001",
  hosts: HOSTS,
  portMap: { "80": 8080, "443": 8443, "8081": 9001 },
  rules: [],
  defaultAction: {
    type: "forward",
    targetGroups: [
      {
        group: {
          name: "front",
          arn: GROUP_ARN,
          protocol: "HTTP",
          protocolVersion: "HTTP1",
          algorithm: "round_robin",
        },
        weight: 1,
      },
    ],
  },
};
const ROUTING: model.LoadBalancer = {
  name: "myapp-alb",
  hosts: HOSTS,
  catchAll: false,
  attributes: {
    idleTimeout: 30,
    http2: true,
    dropInvalidHeaderFields: false,
    xffHeaderProcessingMode: "append",
    xffClientPort: false,
    tlsHeaders: false,
    hostHeader: "local",
    simulateSourceIp: false,
  },
  listeners: [WEB],
};
const LISTENER_OUTPUTS = listenerOutputs(
  {
    connection,
    loadBalancerArn: ALB_ARN,
    port: 8081,
    defaultActions: [{ type: "forward", targetGroupArn: GROUP_ARN }],
  },
  "/ca.pem",
);
const PARTS = ["headers", "prelude", "guard", "trace"].concat(
  ["http1", "http2", "grpc"].map((version) => `forward-${version}`),
);

const ALB = "kecs:lb:Alb::myapp-alb";
const SERVICE = "kubernetes:core/v1:Service";

test("registers exactly these children below these components", () => {
  expect(made.resources.map(head).sort()).toEqual(
    [
      "- > kecs:lb:Alb::myapp-alb",
      `kecs:lb:Alb::myapp-alb > ${CONFIG_MAP}::myapp-alb-record`,
      `kecs:lb:Alb::myapp-alb > ${TRAEFIK}:ServersTransport::myapp-alb-idle`,
      `kecs:lb:Alb::myapp-alb > ${TRAEFIK}:ServersTransport::myapp-alb-idle-tls`,
      ...["address", "name", "local-name"].map((part) => `${ALB} > ${SERVICE}::myapp-alb-${part}`),
      `${ALB} > kubernetes:discovery.k8s.io/v1:EndpointSlice::myapp-alb-address`,
      "- > kecs:lb:TargetGroup::front",
      "kecs:lb:TargetGroup::front > kubernetes:core/v1:Service::front",
      `kecs:lb:TargetGroup::front > ${CONFIG_MAP}::front-record`,
      `- > ${LISTENER}`,
      ...PARTS.map((part) => `${LISTENER} > ${TRAEFIK}:Middleware::web-${part}`),
      `${LISTENER} > ${TRAEFIK}:IngressRoute::web-default`,
      `${LISTENER} > ${TRAEFIK}:IngressRoute::web`,
      `${LISTENER} > ${SERVICE}::web-inside`,
      `${LISTENER} > ${CONFIG_MAP}::web-record`,
      "- > kecs:ecs:TaskDefinition::web",
      `kecs:ecs:TaskDefinition::web > ${CONFIG_MAP}::web-record`,
      "- > kecs:ecs:EcsCluster::main",
      `kecs:ecs:EcsCluster::main > ${CONFIG_MAP}::main-record`,
      "- > kecs:ecs:EcsService::web",
      "kecs:ecs:EcsService::web > kubernetes:apps/v1:Deployment::web",
      `kecs:ecs:EcsService::web > ${CONFIG_MAP}::web-record`,
    ].sort(),
  );
});

test("makes the objects of a listener, a load balancer and a target group as the manifests say", () => {
  const of = listenerObjects(ROUTING, WEB);
  const idle = transports(ROUTING);
  for (const [kind, name, manifest] of [
    ["Middleware", "web-headers", of.headers],
    ["Middleware", "web-prelude", of.prelude],
    ["Middleware", "web-guard", of.guard],
    ["Middleware", "web-trace", of.trace],
    ["Middleware", "web-forward-http1", of.forwards.HTTP1],
    ["Middleware", "web-forward-http2", of.forwards.HTTP2],
    ["Middleware", "web-forward-grpc", of.forwards.GRPC],
    ["IngressRoute", "web-default", of.defaultRoute],
    ["IngressRoute", "web", of.root],
    ["ServersTransport", "myapp-alb-idle", idle.plain],
    ["ServersTransport", "myapp-alb-idle-tls", idle.tls],
  ] as const) {
    const { inputs } = made.one(`${TRAEFIK}:${kind}`, name);
    expect(inputs).toEqual(manifest);
    expect(crdErrors(inputs as { apiVersion: string; kind: string })).toEqual([]);
  }
  expect(spec(made, "kubernetes:core/v1:Service", "front")).toEqual(
    withoutType(targetGroupManifest("front", 80, targetHealthCheck({ healthCheck: HEALTH }))),
  );
});

test("runs a service's tasks with the health check of their target group", () => {
  expect(made.one("kubernetes:apps/v1:Deployment", "web").inputs).toMatchObject({
    spec: {
      replicas: 2,
      template: {
        spec: {
          readinessGates: [{ conditionType: "kecs.dev/tg-front" }],
        },
      },
    },
  });
});

test("makes a listener's children first and its root last", () => {
  const middlewares = PARTS.map((part) => `${TRAEFIK}:Middleware::web-${part}`);
  const defaultRoute = `${TRAEFIK}:IngressRoute::web-default`;
  expect(made.one(`${TRAEFIK}:IngressRoute`, "web-default").options.dependencies).toEqual(
    expect.arrayContaining(middlewares),
  );
  expect(made.one(`${TRAEFIK}:IngressRoute`, "web").options.dependencies).toEqual(
    expect.arrayContaining([defaultRoute, ...middlewares]),
  );
});

test("leaves a record of everything that fits into no ARN", () => {
  expect(attributes(made, "myapp-alb-record")).toEqual({
    arn: ALB_ARN,
    name: "myapp-alb",
    hosts: HOSTS,
    catchAll: false,
    ...ROUTING.attributes,
    tags: { team: "a" },
  });
  expect(attributes(made, "front-record")).toEqual({
    arn: GROUP_ARN,
    name: "front",
    port: 80,
    protocol: "HTTP",
    protocolVersion: "HTTP1",
    targetType: "ip",
    ipAddressType: "ipv4",
    healthCheck: HEALTH,
    attributes: {
      "deregistration_delay.timeout_seconds": "300",
      "load_balancing.algorithm.type": "round_robin",
      "load_balancing.algorithm.anomaly_mitigation": "off",
      "load_balancing.cross_zone.enabled": "use_load_balancer_configuration",
      "slow_start.duration_seconds": "0",
      "stickiness.enabled": "false",
      "stickiness.type": "lb_cookie",
      "stickiness.lb_cookie.duration_seconds": "86400",
    },
    targets: [],
    tags: {},
  });
  expect(attributes(made, "main-record")).toEqual({
    arn: arn.clusterArn(CONNECTION, "main"),
    name: "main",
  });
  const records = made.ofType(CONFIG_MAP).filter(({ name }) => name === "web-record");
  expect(
    Object.fromEntries(
      records.map(({ parent, inputs }) => [parent, (inputs["metadata"] as { name: string }).name]),
    ),
  ).toEqual({
    [LISTENER]: "listener-myapp-alb-8081",
    "kecs:ecs:TaskDefinition::web": "td-web-1",
    "kecs:ecs:EcsService::web": "svc-main-web",
  });
});

const OUTPUTS: [string, object][] = [
  [
    "kecs:lb:Alb::myapp-alb",
    { arn: ALB_ARN, name: "myapp-alb", dnsName: "myapp-alb.elb.amazonaws.com" },
  ],
  ["kecs:lb:TargetGroup::front", { arn: GROUP_ARN, name: "front" }],
  [
    LISTENER,
    {
      arn: LISTENER_OUTPUTS.arn,
      url: "http://myapp-alb.elb.localhost:9001/",
      address: "localhost:9001",
      hostHeader: "myapp-alb.elb.amazonaws.com",
      curl: "curl -H 'Host: myapp-alb.elb.amazonaws.com' http://localhost:9001/",
    },
  ],
  [
    "kecs:ecs:TaskDefinition::web",
    { arn: arn.taskDefinitionArn(CONNECTION, "web", 1), family: "web" },
  ],
  ["kecs:ecs:EcsCluster::main", { arn: arn.clusterArn(CONNECTION, "main"), name: "main" }],
  [
    "kecs:ecs:EcsService::web",
    { arn: arn.serviceArn(CONNECTION, "main", "web"), endpoints: [], name: "web" },
  ],
];
const STACK = "pulumi:pulumi:Stack::kecs-test";

test("puts out ARNs, names and all ways to reach a listener", () => {
  expect(OUTPUTS.map(([key]) => [key, made.outputs.get(key)])).toEqual(OUTPUTS);
  expect(made.outputs.get(STACK)).toEqual({
    urls: { "8081": "http://myapp-alb.elb.localhost:9001/" },
    listeners: [LISTENER_OUTPUTS],
    routing: ROUTING,
  });
});

test("knows all of it in the preview of a first deployment, and registers the same", async () => {
  const preview = await deploy(application, { preview: true });
  expect(OUTPUTS.map(([key]) => [key, preview.outputs.get(key)])).toEqual(OUTPUTS);
  expect(preview.outputs.get(STACK)).toEqual(made.outputs.get(STACK));
  expect(preview.resources.map(head).sort()).toEqual(made.resources.map(head).sort());
});

test("makes the same of a connection that another stack puts out", async () => {
  const deployment = await deploy(() => application(pulumi.output(connection)));
  const sorted = ({ resources }: Deployment) =>
    resources.map((of) => JSON.stringify([head(of), of.inputs])).sort();
  expect(sorted(deployment)).toEqual(sorted(made));
});
