import type * as pulumi from "@pulumi/pulumi";
import { Alb, EcsCluster, EcsService, Listener, TaskDefinition } from "../../components";
import type { ActionArgs, Connection, ListenerArgs } from "../../components";
import { soundProgram } from "../../components/controlPlane/program";
import { deploy, type Registration } from "../helpers/deploy";
import { later } from "../helpers/outputs";
import { refusal } from "../helpers/refusal";
import { CONNECTION } from "../helpers/samples";
import { alb, group, hosts, listener, OK, rule } from "../helpers/shop";

jest.mock("../../cluster/deployment/monitorDeployment", () => ({
  monitorDeployment: () => Promise.resolve(),
}));
jest.mock("../../components/controlPlane/liveObjects", () => ({
  liveObjects: () => Promise.resolve(new Map()),
}));

/* Programs that await between their resources, as those do that ask something of the outside. */

const connection = CONNECTION;

/** What a program awaits of the outside until the routes of a listener are made. */
const routesOf = ({ nodes }: Listener): Promise<void> =>
  new Promise((resolve) => {
    nodes.root.urn.apply(() => {
      resolve();
    });
  });
const redirect = (more: object): Pick<ListenerArgs, "defaultActions"> => ({
  defaultActions: [to(more)],
});
const to = (more: object): ActionArgs => ({
  type: "redirect",
  redirect: { statusCode: "HTTP_301", ...more },
});
const LATE = { hostnames: ["late.test"] };

describe("a listener that comes after an await", () => {
  test.each<[string, () => Promise<unknown>, string[]]>([
    [
      "is refused where another listener redirects to its port",
      async () => {
        const shop = alb();
        await routesOf(listener(shop, 80, redirect({ port: "8081" })));
        listener(shop, 8081);
      },
      ['KECS1013 Listener("l8081").port'],
    ],
    [
      "is refused where a rule does",
      async () => {
        const shop = alb();
        const front = listener(shop, 80);
        rule("r", front, 1, { actions: [to({ port: "8081" })] });
        await routesOf(front);
        listener(shop, 8081);
      },
      ['KECS1013 Listener("l8081").port'],
    ],
    [
      "is refused where a rule for hosts does",
      async () => {
        const shop = alb();
        const front = listener(shop, 80);
        rule("r", front, 1, { conditions: hosts("api.test"), actions: [to({ port: "8081" })] });
        await routesOf(front);
        listener(shop, 8081);
      },
      ['KECS1013 Listener("l8081").port'],
    ],
    [
      "is refused where a rule does that comes after it",
      async () => {
        const shop = alb();
        const front = listener(shop, 80);
        await routesOf(front);
        await routesOf(listener(shop, 8081));
        rule("r", front, 1, { actions: [to({ port: "8081" })] });
      },
      ['KECS1013 Listener("l8081").port'],
    ],
    [
      "works where its port is the local one as well",
      async () => {
        const shop = alb();
        await routesOf(listener(shop, 80, redirect({ port: "9001" })));
        listener(shop, 9001);
      },
      [],
    ],
    [
      "works where the redirect is to 443",
      async () => {
        const shop = alb();
        const secure = redirect({ protocol: "HTTPS", port: "443" });
        await routesOf(listener(shop, 80, secure));
        listener(shop, 443);
      },
      [],
    ],
    [
      "works where the redirect leads out of the instance",
      async () => {
        const shop = alb();
        const away = redirect({ host: "example.com", port: "8081" });
        await routesOf(listener(shop, 80, away));
        listener(shop, 8081);
      },
      [],
    ],
    [
      "works beside the listeners of another load balancer",
      async () => {
        const other = new Alb("other", { connection });
        await routesOf(listener(alb(), 80, redirect({ port: "8081" })));
        listener(other, 8081);
      },
      [],
    ],
    [
      "works where what redirects to it comes after the await too",
      async () => {
        const shop = alb();
        await routesOf(listener(shop, 8082));
        listener(shop, 80, redirect({ port: "8081" }));
        listener(shop, 8081);
      },
      [],
    ],
  ])("%s", async (_, program, expected) => {
    expect((await refusal(program)).codes).toEqual(expected);
  });
});

describe("hosts that come after an await", () => {
  const front = (shop: Alb, host = "late.test") =>
    routesOf(listener(shop, 80, redirect({ protocol: "HTTPS", host, port: "443" })));
  const other = () => new Alb("other", { connection });

  test.each<[string, () => Promise<unknown>, string[]]>([
    [
      "are refused of a load balancer to which a redirect leads",
      async () => {
        await front(alb());
        new Alb("late", { connection, ...LATE });
      },
      ['KECS1013 Alb("late").hostnames'],
    ],
    [
      "are refused as a wildcard for the redirect's host",
      async () => {
        await front(alb());
        new Alb("late", { connection, hostnames: ["a.test", "*.test"] });
      },
      ['KECS1013 Alb("late").hostnames'],
    ],
    [
      "are refused where a rule comes later still that redirects to them",
      async () => {
        const first = listener(alb(), 80);
        await routesOf(first);
        new Alb("late", { connection, ...LATE });
        const actions = [to({ protocol: "HTTPS", host: "late.test", port: "443" })];
        rule("r", first, 1, { actions });
      },
      ['KECS1013 Alb("late").hostnames'],
    ],
    [
      "are refused of a rule of another load balancer",
      async () => {
        const second = other();
        await front(alb());
        const http = { connection, loadBalancerArn: second.arn, port: 80, defaultActions: [OK] };
        rule("r", new Listener("second", http), 1, { conditions: hosts("a.test", "late.test") });
      },
      ['KECS1013 ListenerRule("r").conditions[0].hostHeader'],
    ],
    [
      "work where its load balancer was given the rule's host before",
      async () => {
        const second = new Alb("other", { connection, ...LATE });
        await front(alb());
        const http = { connection, loadBalancerArn: second.arn, port: 80, defaultActions: [OK] };
        rule("r", new Listener("second", http), 1, { conditions: hosts("late.test") });
      },
      [],
    ],
    [
      "work where no redirect leads to them",
      async () => {
        await front(alb(), "example.com");
        new Alb("late", { connection, ...LATE });
      },
      [],
    ],
    [
      "work without an await between them and the redirect",
      async () => {
        const shop = alb();
        const made = front(shop);
        new Alb("late", { connection, ...LATE });
        await made;
      },
      [],
    ],
  ])("%s", async (_, program, expected) => {
    expect((await refusal(program)).codes).toEqual(expected);
  });
});

test.each<[string, pulumi.Input<Connection>]>([
  ["this stack", CONNECTION],
  ["another stack", later(CONNECTION)],
])("an instance of %s lets redirects know what is made without an await between", async (_, of) => {
  let outcome: unknown;
  const { codes } = await refusal(async () => {
    const shop = alb({ connection: of });
    const front = listener(shop, 80, { connection: of, ...redirect({ port: "8081" }) });
    const actions = [to({ protocol: "HTTPS", host: "late.test", port: "443" })];
    rule("r", front, 1, { connection: of, actions });
    listener(shop, 8081, { connection: of });
    new Alb("late", { connection: of, ...LATE });
    await routesOf(front);
    listener(shop, 8082, { connection: of });
    await soundProgram().catch((error: unknown) => (outcome = error));
  });
  expect([codes, outcome]).toEqual([[], undefined]);
});

test.each([
  ["paths", [{ pathPattern: { values: ["/api/*"] } }]],
  ["a host of the load balancer", hosts("shop.elb.localhost")],
])(
  "a second service and its rule for %s may come later, on a shared group",
  async (_, conditions) => {
    const program = async (pause: (of: Listener) => Promise<unknown>) => {
      const shared = group("shared");
      const cluster = new EcsCluster("main", { connection }).arn;
      const forward = [{ type: "forward", targetGroupArn: shared.arn }];
      const front = listener(alb(), 80, { defaultActions: forward });
      for (const [i, name] of ["web", "api"].entries()) {
        const containerDefinitions = [
          { name: "web", image: "nginx:1.27", portMappings: [{ containerPort: 80 }] },
        ];
        const task = new TaskDefinition(name, { connection, containerDefinitions });
        const loadBalancers = [
          { targetGroupArn: shared.arn, containerName: "web", containerPort: 80 },
        ];
        const service = { connection, cluster, taskDefinition: task.arn, loadBalancers };
        new EcsService(name, service);
        rule(name, front, i + 1, { conditions, actions: forward });
        await pause(front);
      }
    };
    const objects = async (pause: (of: Listener) => Promise<unknown>) =>
      (await deploy(() => program(pause))).resources
        .map(({ type, name, inputs }) => JSON.stringify({ type, name, inputs }))
        .sort();
    expect(await objects(routesOf)).toEqual(await objects(() => Promise.resolve()));
  },
);

test("what is refused late has registered nothing, and its error is the program's", async () => {
  const registered: Registration[] = [];
  let outcome: unknown;
  const program = async () => {
    const shop = alb();
    const front = listener(shop, 80, redirect({ port: "8081" }));
    await routesOf(front);
    await soundProgram();
    try {
      listener(shop, 8081);
    } finally {
      outcome = await soundProgram().catch((error: unknown) => error);
    }
  };
  const error: unknown = await deploy(program, {}, registered).catch((of: unknown) => of);
  expect(error).toMatchObject({ issues: [{ code: "KECS1013", path: 'Listener("l8081").port' }] });
  expect(outcome).toBe(error);
  const below = registered.filter(({ name, parent = "" }) => /l8081/.test(`${name} ${parent}`));
  expect(below.map(({ type }) => type)).toEqual(["kecs:lb:Listener"]);
});
