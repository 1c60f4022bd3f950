import * as pulumi from "@pulumi/pulumi";
import {
  Alb,
  DiscoveryService,
  Listener,
  ListenerRule,
  PrivateDnsNamespace,
} from "../../../../../components";
import type { AlbArgs } from "../../../../../components";
import { loadBalancerArn as loadBalancerArnOf } from "../../../../../core/arn";
import { hostService, listenerService } from "../../../../../core/lb/inside/manifests";
import { deploy, type Deployment } from "../../../../helpers/deploy";
import { CONNECTION } from "../../../../helpers/samples";

const connection = CONNECTION;
const SERVICE = "kubernetes:core/v1:Service";
const OK = [{ type: "fixed-response", fixedResponse: { statusCode: "200" } }];

const listener = (alb: Alb, name = "http", port = 80) =>
  new Listener(name, { connection, loadBalancerArn: alb.arn, port, defaultActions: OK });
const rule = (name: string, of: Listener, priority: number, ...values: pulumi.Input<string>[]) =>
  new ListenerRule(name, {
    connection,
    listenerArn: of.arn,
    priority,
    conditions: [{ hostHeader: { values } }],
    actions: OK,
  });

/** The names of a load balancer's own children that are Services, and what they are called. */
function names(deployment: Deployment, alb = "shop"): Record<string, string> {
  return Object.fromEntries(
    deployment
      .ofType(SERVICE)
      .filter(({ parent }) => parent === `kecs:lb:Alb::${alb}`)
      .map(({ name, inputs }) => [name, (inputs["metadata"] as { name: string }).name]),
  );
}

let warnings: string[];
beforeEach(() => {
  warnings = [];
  jest.spyOn(pulumi.log, "warn").mockImplementation((text) => {
    warnings.push(text);
    return Promise.resolve();
  });
});
afterEach(() => jest.restoreAllMocks());

const OWN = {
  "shop-address": "alb-shop",
  "shop-name": "sd-shop--elb--amazonaws--com",
  "shop-local-name": "sd-shop--elb--localhost",
};

test.each([false, true])(
  "tasks know a load balancer and its hosts (preview %s)",
  async (preview) => {
    const deployment = await deploy(
      () => new Alb("shop", { connection, hostnames: ["Shop.test", "*.shop.test"] }),
      { preview },
    );
    expect(names(deployment)).toEqual({ ...OWN, "shop.test": "sd-shop--test" });
    expect(deployment.one(SERVICE, "shop.test").inputs).toMatchObject({
      spec: hostService({ name: "shop" }, "shop.test").spec,
    });
    expect(warnings).toEqual([]);
  },
);

test("and the hosts of its rules, each once, whichever rule goes", async () => {
  const both = await deploy(() => {
    const http = listener(new Alb("shop", { connection, hostnames: ["*.shop.test"] }));
    rule("one", http, 1, "a.shop.test", "b.test", "*.c.test", "shop.elb.localhost");
    rule("two", http, 2, "B.test", "a.shop.test");
  });
  const expected = {
    ...OWN,
    "a.shop.test": "sd-a--shop--test",
    "b.test": "sd-b--test",
  };
  expect(names(both)).toEqual(expected);
  const rest = await deploy(() => {
    const http = listener(new Alb("shop", { connection, hostnames: ["*.shop.test"] }));
    rule("two", http, 2, "B.test", "a.shop.test");
  });
  expect(names(rest)).toEqual(expected);
  expect(warnings).toEqual([]);
});

test("a host goes to another load balancer in place, and may be in two instances", async () => {
  const other = { ...connection, instance: "other" };
  const hostnames = ["a.test"];
  const before = await deploy(() => new Alb("shop", { connection, hostnames }));
  expect(names(before)).toEqual({ ...OWN, "a.test": "sd-a--test" });
  const after = await deploy(() => new Alb("b", { connection, hostnames }));
  expect(names(after, "b")).toMatchObject({ "a.test": "sd-a--test" });
  const both = await deploy(() => [
    new Alb("shop", { connection, hostnames }),
    new Alb("b", { connection: other, hostnames }),
  ]);
  expect(names(both)).toMatchObject({ "a.test": "sd-a--test" });
  expect(names(both, "b")).toMatchObject({ "b/a.test": "sd-a--test" });
});

test("a rule that comes after an await has its host known", async () => {
  const deployment = await deploy(async () => {
    const http = listener(new Alb("shop", { connection, hostnames: ["*.shop.test"] }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    rule("late", http, 1, "a.shop.test");
  });
  expect(names(deployment)).toEqual({ ...OWN, "a.shop.test": "sd-a--shop--test" });
});

test("what is only known later, or by no DNS, is said", async () => {
  const late = pulumi.output(Promise.resolve("a.shop.test"));
  const deployment = await deploy(() => {
    const hostnames: AlbArgs["hostnames"] = [late, "*.shop.test", `${"a".repeat(60)}.test`];
    const alb = new Alb("shop", { connection, hostnames });
    rule("late", listener(alb), 1, pulumi.output(Promise.resolve("b.shop.test")));
  });
  expect(names(deployment)).toEqual(OWN);
  expect(warnings.map((text) => /KECS1037: (\S+): .*?"(\S+)"/.exec(text)?.slice(1))).toEqual([
    ['Alb("shop").hostnames', `${"a".repeat(60)}.test`],
    ['Alb("shop").hostnames', "a.shop.test"],
    ['ListenerRule("late").conditions[0].hostHeader', "b.shop.test"],
  ]);
});

test("a listener takes its port at the address", async () => {
  const deployment = await deploy(() => {
    const alb = new Alb("shop", { connection });
    listener(alb);
    listener(alb, "admin", 8081);
  });
  const { inputs } = deployment.one(SERVICE, "admin-inside");
  expect(inputs).toMatchObject({
    metadata: { name: "alb-shop-8081", namespace: "kecs-system" },
    spec: {
      externalIPs: listenerService({ name: "shop" }, { portMap: {} } as never).spec.externalIPs,
      ports: [
        { name: "listener", port: 8081, targetPort: "alb-9001" },
        { name: "local", port: 9001, targetPort: "alb-9001" },
      ],
    },
  });
});

const service = () => {
  const { id } = new PrivateDnsNamespace("myapp.local", { connection });
  const dnsConfig = { namespaceId: id, dnsRecords: [{ type: "A", ttl: 10 }] };
  return new DiscoveryService("orders", { connection, dnsConfig });
};
const balancer = () => new Alb("shop", { connection, hostnames: ["orders.myapp.local"] });

test.each([
  ["a service", [balancer, service], 'belongs to Alb("shop")'],
  ["a load balancer", [service, balancer], 'belongs to DiscoveryService("orders")'],
])("a name leads to one thing: %s is rejected that comes second", async (_, make, message) => {
  await expect(deploy(() => make.map((each) => each()))).rejects.toThrow(
    `host name "orders.myapp.local" ${message}`,
  );
});

test("a host below a wildcard, where it is another load balancer's own, is left to that one", async () => {
  const deployment = await deploy(() => {
    new Alb("own", { connection, hostnames: ["a.shop.test"] });
    const http = listener(new Alb("shop", { connection, hostnames: ["*.shop.test"] }));
    rule("one", http, 1, "a.shop.test");
  });
  expect(names(deployment)).toEqual(OWN);
  expect(names(deployment, "own")).toMatchObject({ "a.shop.test": "sd-a--shop--test" });
  expect(warnings).toEqual([expect.stringContaining('it is a name of Alb("own") there')]);
});

test("below another stack's load balancer a listener takes its port, and its rule's hosts are warned of", async () => {
  const deployment = await deploy(() => {
    const loadBalancerArn = loadBalancerArnOf(connection, "shop");
    const guest = new Listener("guest", {
      connection,
      loadBalancerArn,
      port: 8082,
      defaultActions: OK,
    });
    rule("one", guest, 1, "a.test", "shop.elb.localhost");
  });
  expect(deployment.ofType(SERVICE).map(({ name }) => name)).toEqual(["guest-inside"]);
  expect(deployment.one(SERVICE, "guest-inside").inputs).toMatchObject({
    metadata: { name: "alb-shop-8082" },
  });
  expect(warnings.filter((text) => text.includes("KECS1037"))).toEqual([
    expect.stringContaining('as "a.test": another stack made the load balancer'),
  ]);
});
