import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  Alb,
  Certificate,
  DiscoveryService,
  EcsCluster,
  EcsService,
  EcsTask,
  HttpNamespace,
  KecsInstance,
  Listener,
  ListenerCertificate,
  ListenerRule,
  PrivateDnsNamespace,
  Schedule,
  TargetGroup,
  TaskDefinition,
  TrustStore,
} from "../../components";
import { createAuthority } from "../../core/acm/authority/sign";
import { listObjects } from "../../cluster/presence/listObjects";
import { planPorts } from "../../core/ports/plan";
import { inspectMachine } from "../../cluster/machine/inspectMachine";
import { lookAtRoutes } from "../../cluster/traefik/lookAtRoutes";
import * as arn from "../../core/arn";
import type { Connection } from "../../core/connection";
import { deletedWith, deploy, type Registration } from "../helpers/deploy";
import { CONNECTION } from "../helpers/samples";

jest.mock("../../cluster/task/seeTasks", () => ({
  seeTasks: () => Promise.resolve({ tasks: [], logs: [] }),
}));
jest.mock("../../cluster/task/listTaskPods", () => ({ listTaskPods: () => Promise.resolve([]) }));
jest.mock("../../cluster/machine/inspectMachine");
jest.mock("../../cluster/presence/listObjects");
jest.mock("../../cluster/traefik/lookAtRoutes");

let bundle = "";
beforeAll(async () => {
  bundle = (await createAuthority("clients", new Date())).certificate;
});
beforeEach(() => {
  jest.mocked(inspectMachine).mockImplementation((settings) =>
    Promise.resolve({
      plan: planPorts({ ...settings, httpPort: 8080, httpsPort: 8443 }),
      found: { kind: "absent" },
      decision: {
        clusterIdentifier: "e1",
        repairId: "g1",
        replaceReasons: [],
        balancerReasons: [],
      },
    }),
  );
  jest.mocked(listObjects).mockResolvedValue(undefined);
  jest.mocked(lookAtRoutes).mockResolvedValue([]);
  jest.spyOn(pulumi.log, "warn").mockResolvedValue();
});
afterEach(() => {
  jest.restoreAllMocks();
});

type Options = pulumi.ComponentResourceOptions | undefined;
/** Makes a component with those options, and what it refers to with others. */
type Make = (connection: pulumi.Input<Connection>, opts?: Options, others?: Options) => unknown;

const NAMESPACE = arn.discoveryNamespaceId(CONNECTION, "myapp.local");
const fixed = [
  { type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "200" } },
];

/** Every component whose children are Kubernetes objects, with what it needs. */
const MAKERS: Readonly<Record<string, Make>> = {
  Alb: (connection, opts) => new Alb("x", { connection }, opts),
  Certificate: (connection, opts) =>
    new Certificate("x", { connection, domainName: "x.test" }, opts),
  DiscoveryService: (connection, opts, others) => {
    new PrivateDnsNamespace("ns", { connection, name: "myapp.local" }, others);
    return new DiscoveryService(
      "x",
      {
        connection,
        dnsConfig: { namespaceId: NAMESPACE, dnsRecords: [{ type: "A", ttl: 10 }] },
      },
      opts,
    );
  },
  EcsCluster: (connection, opts) => new EcsCluster("x", { connection }, opts),
  EcsService: (connection, opts, others) => {
    const containerDefinitions = [{ name: "web", image: "web:1" }];
    const task = new TaskDefinition("t", { connection, containerDefinitions }, others);
    const cluster = arn.clusterArn(CONNECTION, "main");
    return new EcsService("x", { connection, cluster, taskDefinition: task.arn }, opts);
  },
  EcsTask: (connection, opts, others) => {
    const containerDefinitions = [{ name: "web", image: "web:1" }];
    const task = new TaskDefinition("t", { connection, containerDefinitions }, others);
    const cluster = arn.clusterArn(CONNECTION, "main");
    return new EcsTask("x", { connection, cluster, taskDefinition: task.arn }, opts);
  },
  Listener: (connection, opts) =>
    new Listener(
      "x",
      {
        connection,
        loadBalancerArn: arn.loadBalancerArn(CONNECTION, "lb"),
        defaultActions: fixed,
        port: 80,
      },
      opts,
    ),
  ListenerCertificate: (connection, opts, others) => {
    // It takes what its listener has, so it is bare where the listener is not of this program.
    if (opts === undefined && others !== undefined) {
      const listenerArn = arn.listenerArn(CONNECTION, "lb", 443);
      const certificateArn = arn.certificateArn(CONNECTION, "c");
      return new ListenerCertificate("x", { listenerArn, certificateArn });
    }
    const certificate = new Certificate("c", { connection, domainName: "x.test" }, others);
    const listener = new Listener(
      "l",
      {
        connection,
        loadBalancerArn: arn.loadBalancerArn(CONNECTION, "lb"),
        port: 443,
        protocol: "HTTPS",
        certificateArn: certificate.arn,
        defaultActions: fixed,
      },
      others,
    );
    const args = { listenerArn: listener.arn, certificateArn: certificate.arn };
    return new ListenerCertificate("x", args, opts);
  },
  ListenerRule: (connection, opts) =>
    new ListenerRule(
      "x",
      {
        connection,
        listenerArn: arn.listenerArn(CONNECTION, "lb", 80),
        priority: 1,
        conditions: [{ pathPattern: { values: ["/x"] } }],
        actions: fixed,
      },
      opts,
    ),
  HttpNamespace: (connection, opts) => new HttpNamespace("x", { connection }, opts),
  PrivateDnsNamespace: (connection, opts) =>
    new PrivateDnsNamespace("x", { connection, name: "myapp.local" }, opts),
  Schedule: (connection, opts, others) => {
    const containerDefinitions = [{ name: "web", image: "web:1" }];
    const task = new TaskDefinition("t", { connection, containerDefinitions }, others);
    const target = {
      arn: arn.clusterArn(CONNECTION, "main"),
      ecsParameters: { taskDefinitionArn: task.arn },
    };
    return new Schedule("x", { connection, scheduleExpression: "rate(1 day)", target }, opts);
  },
  TargetGroup: (connection, opts) => new TargetGroup("x", { connection, port: 80 }, opts),
  TaskDefinition: (connection, opts) =>
    new TaskDefinition(
      "x",
      { connection, containerDefinitions: [{ name: "web", image: "web:1" }] },
      opts,
    ),
  TrustStore: (connection, opts) =>
    new TrustStore("x", { connection, caCertificatesBundle: bundle }, opts),
};
const CASES = Object.entries(MAKERS);
const isObject = ({ type }: Registration): boolean => type.startsWith("kubernetes:");

test.each(CASES)("%s without a provider of its instance is refused", async (kind, make) => {
  const registered: Registration[] = [];
  const program = () => make(CONNECTION, undefined, { provider: new k8s.Provider("given") });
  await expect(deploy(program, { bare: true }, registered)).rejects.toMatchObject({
    issues: [{ code: "KECS1033", path: `${kind}("x")` }],
  });
  expect(registered.filter((of) => isObject(of) && of.options.provider !== "given")).toEqual([]);
});

test.each(CASES)("%s takes the provider of the instance in its program", async (_, make) => {
  const deployment = await deploy(
    () => {
      make(new KecsInstance("myapp").connection);
    },
    { bare: true, state: { "command:local:Command": { stdout: "KUBECONFIG" } } },
  );
  const own = deployment.resources.filter((of) => isObject(of) && !of.name.startsWith("myapp-"));
  expect(own).not.toEqual([]);
  for (const object of own) {
    expect(object.options.provider).toBe("myapp");
    expect(deletedWith(deployment, object)).toBe("command:local:Command::myapp-cluster");
  }
});

test.each(CASES)("%s takes the provider that it is given", async (_, make) => {
  const { resources } = await deploy(
    () => {
      const given = { provider: new k8s.Provider("given") };
      make(CONNECTION, given, given);
    },
    { bare: true },
  );
  const providers = resources.filter(isObject).map(({ options }) => options.provider);
  expect(new Set(providers)).toEqual(new Set(["given"]));
});

test("a component takes the provider of its parent", async () => {
  const { resources } = await deploy(
    () => {
      const provider = new k8s.Provider("given");
      const parent = new pulumi.ComponentResource(
        "my:app:App",
        "app",
        {},
        { providers: [provider] },
      );
      new EcsCluster("main", { connection: CONNECTION }, { parent });
    },
    { bare: true },
  );
  expect(resources.filter(isObject).map(({ options }) => options.provider)).toEqual(["given"]);
});

test("an instance whose ports are picked gives its provider too", async () => {
  const { resources } = await deploy(
    () => {
      const instance = new KecsInstance("myapp", { httpPort: 0 });
      new EcsCluster("main", { connection: instance.connection });
    },
    { bare: true, state: { "command:local:Command": { stdout: "KUBECONFIG" } } },
  );
  const record = resources.find(({ name }) => name === "main-record");
  expect(record?.options.provider).toBe("myapp");
});

test("every component with children in the cluster is held to it", () => {
  const made = Object.keys(MAKERS).sort();
  const components: Readonly<Record<string, unknown>> = jest.requireActual("../../components");
  const { InstanceComponent } = jest.requireActual<{ InstanceComponent: new () => object }>(
    "../../components/base/instanceComponent",
  );
  const held = Object.entries(components).filter(
    ([, of]) => typeof of === "function" && of.prototype instanceof InstanceComponent,
  );
  expect(held.map(([name]) => name).sort()).toEqual(made);
});
