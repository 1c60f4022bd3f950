import type * as pulumiModule from "@pulumi/pulumi";
import { join } from "node:path";
import type * as planModule from "../../core/ports/plan";
import type { InstanceSettings } from "../../cluster/machine/settings";
import { crdErrors } from "../helpers/crd";
import type * as deployModule from "../helpers/deploy";

jest.mock("../../cluster/traefik/lookAtRoutes");
jest.mock("../../cluster/machine/inspectMachine", () => ({
  inspectMachine: (settings: InstanceSettings) => {
    const { planPorts } = jest.requireActual<typeof planModule>("../../core/ports/plan");
    return Promise.resolve({
      plan: planPorts(settings),
      found: { kind: "absent" },
      decision: {
        clusterIdentifier: "e1",
        repairId: "g1",
        replaceReasons: [],
        balancerReasons: [],
      },
    });
  },
}));

const CONFIG = {
  "kecs:instance": "myapp",
  "kecs:portRangeStart": "9000",
  "kecs:portRangeEnd": "9009",
  "kecs:sample": "true",
  "kecs:sampleListeners": "80,8081",
};
const VARIABLES = /^KECS_/;

/** Runs the project's program with a configuration, as `pulumi up` or its preview does. */
async function run(config: Record<string, string>, preview = false) {
  jest.resetModules();
  for (const name of Object.keys(process.env)) {
    if (VARIABLES.test(name)) Reflect.deleteProperty(process.env, name);
  }
  const pulumi = jest.requireActual<typeof pulumiModule>("@pulumi/pulumi");
  const { deploy } = jest.requireActual<typeof deployModule>("../helpers/deploy");
  const options = { preview, state: { "command:local:Command": { stdout: "KUBECONFIG" } } };
  const deployment = await deploy(() => {
    pulumi.runtime.setAllConfig(config);
    return jest.requireActual<object>(join(__dirname, "../../index.ts"));
  }, options);
  return { ...deployment, exported: deployment.outputs.get("pulumi:pulumi:Stack::kecs-test") };
}

const ALB = "arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/app/myapp-alb";
const GROUP = expect.stringMatching(/:targetgroup\/sample\/[0-9a-f]{16}$/) as string;

const listener = (port: number, localPort: number) => ({
  arn: expect.stringContaining(":listener/app/myapp-alb/") as string,
  port,
  protocol: "HTTP",
  localPort,
  url: `http://myapp-alb.elb.localhost:${localPort}/`,
  address: `localhost:${localPort}`,
  hostHeader: "myapp-alb.elb.amazonaws.com",
  curl: `curl -H 'Host: myapp-alb.elb.amazonaws.com' http://localhost:${localPort}/`,
  targetGroups: [GROUP],
});

const HOSTS = ["myapp-alb.elb.localhost", "myapp-alb.elb.amazonaws.com"];

const routed = (port: number, localPort: number, entryPoint: string) => ({
  port,
  protocol: "HTTP",
  localPort,
  entryPoint,
  hosts: HOSTS,
  portMap: { "80": 8080, "443": 8443, "8081": 9001 },
  rules: [],
  defaultAction: {
    type: "forward",
    targetGroups: [
      {
        group: {
          name: "sample",
          arn: GROUP,
          protocol: "HTTP",
          protocolVersion: "HTTP1",
          algorithm: "round_robin",
        },
        weight: 1,
      },
    ],
  },
});

const OUTPUTS = {
  outputsVersion: 1,
  instance: "myapp",
  connection: {
    instance: "myapp",
    cluster: "kecs-myapp",
    context: "k3d-kecs-myapp",
    bindAddress: "127.0.0.1",
    httpPort: 8080,
    httpsPort: 8443,
    rangeStart: 9000,
    rangeEnd: 9009,
    region: "us-east-1",
    accountId: "000000000000",
    traefikImage: "traefik:v3.7.13",
    hostPaths: [],
    checksTargets: true,
  },
  context: "k3d-kecs-myapp",
  ports: {
    bindAddress: "127.0.0.1",
    http: { localPort: 8080, nodePort: 30880 },
    https: { localPort: 8443, nodePort: 30443 },
    range: { start: 9000, end: 9009, nodePort: 30800, moved: [] },
  },
  albs: {
    "myapp-alb": {
      name: "myapp-alb",
      arn: expect.stringContaining(ALB) as string,
      dnsName: "myapp-alb.elb.amazonaws.com",
      hosts: HOSTS,
      listeners: [listener(80, 8080), listener(8081, 9001)],
      routing: {
        name: "myapp-alb",
        hosts: HOSTS,
        catchAll: false,
        attributes: {
          idleTimeout: 60,
          http2: true,
          dropInvalidHeaderFields: false,
          xffHeaderProcessingMode: "append",
          xffClientPort: false,
          tlsHeaders: false,
          hostHeader: "local",
          simulateSourceIp: false,
        },
        listeners: [routed(80, 8080, "alb-http"), routed(8081, 9001, "alb-9001")],
      },
    },
  },
  urls: {
    "myapp-alb:80": "http://myapp-alb.elb.localhost:8080/",
    "myapp-alb:8081": "http://myapp-alb.elb.localhost:9001/",
  },
};

const countByType = (types: readonly string[]) =>
  Object.fromEntries(
    [...new Set(types)].sort().map((of) => [of, types.filter((t) => t === of).length]),
  );

const INSTANCE_TYPES = {
  "command:local:Command": 3,
  "kecs:instance:Dns": 1,
  "kecs:instance:KecsInstance": 1,
  "kecs:instance:Traefik": 1,
  "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition": 10,
  "kubernetes:apps/v1:Deployment": 1,
  "kubernetes:core/v1:ConfigMap": 3,
  "kubernetes:core/v1:Namespace": 2,
  "kubernetes:core/v1:Secret": 1,
  "kubernetes:core/v1:Service": 3,
  "kubernetes:core/v1:ServiceAccount": 1,
  "kubernetes:networking.k8s.io/v1:NetworkPolicy": 2,
  "kubernetes:rbac.authorization.k8s.io/v1:Role": 1,
  "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding": 1,
  "kubernetes:traefik.io/v1alpha1:IngressRoute": 4,
  "kubernetes:traefik.io/v1alpha1:Middleware": 2,
  "kubernetes:traefik.io/v1alpha1:TLSStore": 1,
  "pulumi:providers:kubernetes": 1,
};

let up: Awaited<ReturnType<typeof run>>;
beforeAll(async () => {
  up = await run(CONFIG);
});

test("puts out the contract, with the kubeconfig as a secret", () => {
  expect(up.exported).toEqual({ ...OUTPUTS, kubeconfig: { secret: "KUBECONFIG" } });
});

test("knows every output but the kubeconfig in the preview of a first deployment", async () => {
  const { exported } = await run(CONFIG, true);
  expect(exported).toEqual({ ...OUTPUTS, kubeconfig: { unknown: true } });
});

test("registers the instance and the sample, everything inside of the cluster going with it", () => {
  const { resources } = up;
  expect(countByType(resources.map(({ type }) => type))).toEqual({
    ...INSTANCE_TYPES,
    "kecs:ecs:EcsCluster": 1,
    "kecs:ecs:EcsService": 1,
    "kecs:ecs:TaskDefinition": 1,
    "kecs:lb:Alb": 1,
    "kecs:lb:Listener": 2,
    "kecs:lb:TargetGroup": 1,
    "kubernetes:apps/v1:Deployment": 2,
    "kubernetes:core/v1:ConfigMap": 10,
    "kubernetes:core/v1:Service": 9,
    "kubernetes:discovery.k8s.io/v1:EndpointSlice": 1,
    "kubernetes:traefik.io/v1alpha1:IngressRoute": 8,
    "kubernetes:traefik.io/v1alpha1:Middleware": 16,
    "kubernetes:traefik.io/v1alpha1:ServersTransport": 2,
  });
  const { deletedWith } = jest.requireActual<typeof deployModule>("../helpers/deploy");
  for (const resource of resources.filter(({ type }) => type.startsWith("kubernetes:"))) {
    expect(deletedWith(up, resource)).toBe("command:local:Command::myapp-cluster");
    expect(resource.options.provider).toBe("myapp");
  }
  for (const { type, inputs } of resources) {
    if (!type.startsWith("kubernetes:traefik.io/")) continue;
    const { spec, ...rest } = inputs as { apiVersion: string; kind: string; spec: object };
    // The route to Traefik's API has a key in it, and so is a secret.
    const plain = "secret" in spec ? spec.secret : spec;
    expect(crdErrors({ ...rest, spec: plain } as typeof rest)).toEqual([]);
  }
  expect(JSON.stringify(resources)).not.toContain(process.cwd());
});

test("makes nothing but the instance without the sample", async () => {
  const { resources, exported } = await run({ "kecs:instance": "bare" });
  expect(countByType(resources.map(({ type }) => type))).toEqual(INSTANCE_TYPES);
  expect(exported).toMatchObject({ instance: "bare", albs: {}, urls: {} });
});

test("rejects a configuration with mistakes before it registers anything", async () => {
  await expect(run({ "kecs:instance": "A", "kecs:nope": "1" })).rejects.toMatchObject({
    issues: [
      { code: "KECS1014", path: "kecs:nope" },
      { code: "KECS1001", path: "kecs:instance" },
    ],
  });
});
