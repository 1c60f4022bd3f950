import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import {
  Alb,
  EcsCluster,
  EcsService,
  Listener,
  ListenerRule,
  TargetGroup,
  TaskDefinition,
} from "../../../../components";
import { planPorts } from "../../../../core/ports/plan";
import { inspectMachine } from "../../../../cluster/machine/inspectMachine";
import { withoutEmptyLists } from "../../../../components/base/emptyLists";
import { runPlan } from "../../../helpers/arbitraryProgram";
import { deploy, type Registration } from "../../../helpers/deploy";
import { CONNECTION } from "../../../helpers/samples";

jest.mock("../../../../cluster/traefik/lookAtRoutes");
jest.mock("../../../../cluster/machine/inspectMachine");
jest.mock("../../../../components/lb/targetGroup/hostAddress", () => ({
  hostAddress: () => Promise.resolve("172.18.0.1"),
}));
jest.mock("../../../../components/controlPlane/liveObjects", () => ({
  liveObjects: () => Promise.resolve(new Map()),
}));

const state = { "command:local:Command": { stdout: "KUBECONFIG" } };

/** Where lists of nothing stand that mean something else than no list. */
const MEANT: readonly string[] = [];

/** A program in which each object has as little to say as it can. */
function barely(): void {
  const connection = CONNECTION;
  const alb = new Alb("alb", { connection });
  const group = new TargetGroup("front", { connection, targets: ["localhost:3000"] });
  const bare = new TargetGroup("bare", { connection, healthCheck: { enabled: false } });
  const fixed = { type: "fixed-response", fixedResponse: { statusCode: "200" } };
  const listener = new Listener("http", {
    connection,
    loadBalancerArn: alb.arn,
    port: 80,
    defaultActions: [fixed],
  });
  new ListenerRule("rule", {
    connection,
    listenerArn: listener.arn,
    priority: 1,
    conditions: [{ pathPattern: { values: ["/a"] } }],
    actions: [{ type: "forward", targetGroupArn: bare.arn }],
  });
  new Listener("https", {
    connection,
    loadBalancerArn: alb.arn,
    port: 443,
    protocol: "HTTPS",
    defaultActions: [{ type: "forward", targetGroupArn: group.arn }],
  });
  const task = new TaskDefinition("task", {
    connection,
    containerDefinitions: [
      {
        name: "web",
        image: "nginx:1.27",
        command: [],
        entryPoint: [],
        dnsServers: ["10.0.0.1"],
        mountPoints: [],
        environment: [],
      },
    ],
    volumes: [],
  });
  const cluster = new EcsCluster("main", { connection }).arn;
  new EcsService("service", { connection, cluster, taskDefinition: task.arn });
}

const example = () => import(join(__dirname, "../../../../examples/shop"));

/** Every list without anything in it, by the object's type and its path in there. */
function emptyLists({ type, inputs }: Registration): string[] {
  const walk = (value: unknown, path: string): string[] => {
    if (typeof value !== "object" || value === null) return [];
    if (Array.isArray(value) && value.length === 0) return [path];
    return Object.entries(value).flatMap(([key, of]) =>
      walk(of, Array.isArray(value) ? `${path}[]` : `${path}.${key}`),
    );
  };
  return walk(inputs, type.replace("kubernetes:", ""));
}

beforeEach(() => {
  jest.spyOn(pulumi.log, "warn").mockResolvedValue();
  jest.mocked(inspectMachine).mockImplementation((settings) =>
    Promise.resolve({
      plan: planPorts(settings),
      found: { kind: "absent" },
      decision: {
        clusterIdentifier: "e1",
        repairId: "g1",
        replaceReasons: [],
        balancerReasons: [],
      },
    }),
  );
});
afterEach(() => {
  jest.restoreAllMocks();
});

const routes = () => {
  runPlan({
    hostnames: [],
    catchAll: true,
    enableHttp2: true,
    isForeign: true,
    listeners: [
      {
        port: 443,
        protocol: "HTTPS",
        hasPolicy: true,
        passesClients: true,
        action: "weighted",
        rules: (["forward", "redirect", "elsewhere", "fixed"] as const).map((action, i) => ({
          priority: i + 1,
          hosts: [],
          action,
        })),
      },
    ],
  });
};

test.each<[string, () => unknown]>([
  ["an instance with a shop", example],
  ["a program with little to say", barely],
  ["many routes", routes],
])("no object of %s has a list of nothing", async (_, program) => {
  const { resources } = await deploy(program, { state });
  const objects = resources.filter(({ type }) => type.startsWith("kubernetes:"));
  expect(objects.length).toBeGreaterThan(10);
  const found = [...new Set(objects.flatMap(emptyLists))];
  expect(found.filter((path) => !MEANT.includes(path))).toEqual([]);
});

test("empty objects, texts and numbers stay, and what is in a list", () => {
  const object = { volumes: [{ emptyDir: {}, items: [] }, ""], args: [], replicas: 0, rules: [[]] };
  expect(withoutEmptyLists(object)).toEqual({
    volumes: [{ emptyDir: {} }, ""],
    replicas: 0,
    rules: [[]],
  });
});

test("what is known of an object stays known, and no secret is told", async () => {
  const of = withoutEmptyLists({ a: pulumi.secret({ b: [], c: 1 }), d: { e: [] } }) as {
    a: pulumi.Output<object>;
    d: object;
  };
  expect(of.d).toEqual({});
  expect(await pulumi.isSecret(of.a)).toBe(true);
  expect(await new Promise((resolve) => pulumi.unsecret(of.a).apply(resolve))).toEqual({ c: 1 });
});
