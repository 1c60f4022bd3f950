import { setImmediate } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";
import {
  Alb,
  EcsCluster,
  EcsService,
  Listener,
  ListenerRule,
  TargetGroup,
  TaskDefinition,
  type ListenerRuleArgs,
} from "../../components";
import { deploy, type Deployment } from "../helpers/deploy";
import { refusal } from "../helpers/refusal";
import { CONNECTION } from "../helpers/samples";
import { hosts } from "../helpers/shop";

jest.mock("../../cluster/deployment/monitorDeployment", () => ({
  monitorDeployment: () => Promise.resolve(),
}));
jest.mock("../../components/controlPlane/liveObjects", () => ({
  liveObjects: () => Promise.resolve(new Map()),
}));

const connection = CONNECTION;
const PATHS = [{ pathPattern: { values: ["/api/*"] } }];
type Conditions = ListenerRuleArgs["conditions"];

/** A target group as a service joins it. */
const attach = ({ arn }: TargetGroup) => ({
  targetGroupArn: arn,
  containerName: "web",
  containerPort: 80,
});

/** One resource in each step; a step may have something that a program waits for. */
type Steps = Generator<pulumi.Output<unknown> | undefined, void>;

/** A load balancer and two services that share a target group. */
function* shop(conditions: Conditions, opts: pulumi.ComponentResourceOptions = {}): Steps {
  const alb = new Alb("shop", { connection }, opts);
  yield;
  const shared = new TargetGroup("shared", { connection }, opts);
  yield;
  const forward = [{ type: "forward", targetGroupArn: shared.arn }];
  const http = { connection, loadBalancerArn: alb.arn, port: 80, defaultActions: forward };
  const listener = new Listener("http", http, opts);
  yield listener.nodes.root.urn;
  const rule = { connection, listenerArn: listener.arn, priority: 1, actions: forward };
  new ListenerRule("api", { ...rule, conditions }, opts);
  yield;
  const cluster = new EcsCluster("main", { connection }, opts).arn;
  yield;
  for (const name of ["web", "api"]) {
    const containerDefinitions = [
      { name: "web", image: "nginx:1.27", portMappings: [{ containerPort: 80 }] },
    ];
    const task = new TaskDefinition(name, { connection, containerDefinitions }, opts);
    yield;
    const loadBalancers = [attach(shared)];
    new EcsService(
      name,
      { connection, cluster, taskDefinition: task.arn, loadBalancers, desiredCount: 1 },
      opts,
    );
    yield;
  }
}

function straight(steps: Steps): void {
  Array.from(steps);
}

/** As a program does that asks something of the outside between its resources. */
async function awaiting(steps: Steps): Promise<void> {
  for (const made of steps) {
    await setImmediate();
    if (made !== undefined) await new Promise((resolve) => made.apply(resolve));
  }
}

const straightly = (conditions: Conditions): Promise<Deployment> =>
  deploy(() => {
    straight(shop(conditions));
  });

class Shop extends pulumi.ComponentResource {
  constructor(name: string, conditions: Conditions) {
    super("my:shop:Shop", name);
    straight(shop(conditions, { parent: this }));
    this.registerOutputs({});
  }
}

/** What a program makes, whatever order and parent it has. */
const objects = ({ resources }: Deployment) =>
  resources
    .filter(({ type }) => !type.startsWith("my:"))
    .map(({ type, name, inputs }) => JSON.stringify({ type, name, inputs }))
    .sort();

describe.each<[string, Conditions]>([
  ["a rule for paths", PATHS],
  ["a rule for hosts that the load balancer has", hosts("shop.elb.localhost")],
])("with %s", (_, conditions) => {
  test("an own component makes what the straight program makes", async () => {
    const plain = await straightly(conditions);
    const own = await deploy(() => ({ mine: new Shop("mine", conditions).urn }));
    expect(objects(own)).toEqual(objects(plain));
    const parents = own.resources.filter(({ type }) => type.startsWith("kecs:"));
    expect(new Set(parents.map(({ parent }) => parent))).toEqual(new Set(["my:shop:Shop::mine"]));
  });

  test("a program that awaits between its resources makes what the straight one makes", async () => {
    const plain = await straightly(conditions);
    const later = await deploy(() => awaiting(shop(conditions)));
    expect(objects(later)).toEqual(objects(plain));
  });
});

describe("with a rule for a host of its own", () => {
  const conditions = hosts("api.test");

  test("an own component makes what the straight program makes", async () => {
    const plain = await straightly(conditions);
    const own = await deploy(() => ({ mine: new Shop("mine", conditions).urn }));
    expect(objects(own)).toEqual(objects(plain));
  });

  test("a program that awaits between listener and rule is refused by the rule's name", async () => {
    const { codes } = await refusal(() => awaiting(shop(conditions)));
    expect(codes).toEqual(['KECS1013 ListenerRule("api").conditions[0].hostHeader']);
  });

  test("one whose load balancer has the host among its hostnames works", async () => {
    const { codes } = await refusal(async () => {
      const alb = new Alb("shop", { connection, hostnames: ["api.test"] });
      const defaultActions = [{ type: "fixed-response", fixedResponse: { statusCode: "200" } }];
      const http = { connection, loadBalancerArn: alb.arn, port: 80, defaultActions };
      const { arn: listenerArn, nodes } = new Listener("http", http);
      await new Promise((resolve) => nodes.root.urn.apply(resolve));
      const rule = { connection, listenerArn, priority: 1, actions: defaultActions, conditions };
      new ListenerRule("api", rule);
    });
    expect(codes).toEqual([]);
  });
});

describe("components of loops and functions", () => {
  const NAMES = ["a", "b", "c"];
  const ACTIONS = [{ type: "fixed-response", fixedResponse: { statusCode: "200" } }];
  const front = () => {
    const alb = new Alb("shop", { connection });
    const http = { connection, loadBalancerArn: alb.arn, port: 80, defaultActions: ACTIONS };
    return new Listener("http", http);
  };
  const rule = ({ arn }: Listener, name: string, priority: number) =>
    new ListenerRule(name, {
      connection,
      listenerArn: arn,
      priority,
      conditions: hosts(`${name}.test`),
      actions: ACTIONS,
    });
  const written = () => {
    const listener = front();
    rule(listener, "a", 1);
    rule(listener, "b", 2);
    rule(listener, "c", 3);
  };
  const route = (made: Deployment) =>
    made.one("kubernetes:traefik.io/v1alpha1:IngressRoute", "http").inputs;

  test.each<[string, () => unknown]>([
    [
      "a loop",
      () => {
        const listener = front();
        for (const [i, name] of NAMES.entries()) rule(listener, name, i + 1);
      },
    ],
    [
      "a function for each",
      () => {
        const listener = front();
        NAMES.map((name, i) => rule(listener, name, i + 1));
      },
    ],
    [
      "an async function that awaits nothing before",
      async () => {
        const listener = front();
        const make = (name: string, i: number) => Promise.resolve(rule(listener, name, i + 1));
        await Promise.all(NAMES.map(make));
      },
    ],
  ])("make in %s what they make one by one", async (_, program) => {
    const [plain, made] = [await deploy(written), await deploy(program)];
    expect(objects(made)).toEqual(objects(plain));
    expect(JSON.stringify(route(made))).toContain("c.test");
  });
});

describe("a container port in two target groups", () => {
  const program = async (pause: (groups: readonly TargetGroup[]) => Promise<unknown>) => {
    const cluster = new EcsCluster("main", { connection }).arn;
    const containerDefinitions = [
      { name: "web", image: "nginx:1.27", portMappings: [{ containerPort: 80 }] },
    ];
    const { arn } = new TaskDefinition("web", { connection, containerDefinitions });
    const groups = ["a", "b"].map((name) => new TargetGroup(name, { connection }));
    await pause(groups);
    const loadBalancers = groups.map(attach);
    new EcsService("web", { connection, cluster, taskDefinition: arn, loadBalancers });
  };

  test("is refused by the service's name where the program awaits in between", async () => {
    const areMade = (groups: readonly TargetGroup[]) =>
      Promise.all(groups.map(({ arn }) => new Promise((resolve) => arn.apply(resolve))));
    expect((await refusal(() => program(areMade))).codes).toEqual([
      'KECS1013 EcsService("web").loadBalancers',
    ]);
    expect((await refusal(() => program(() => Promise.resolve()))).codes).toEqual([]);
  });
});
