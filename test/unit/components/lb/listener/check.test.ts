import { setImmediate } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";
import type { AlbArgs, Connection, ListenerArgs } from "../../../../../components";
import { certificateArn, targetGroupArn, trustStoreArn } from "../../../../../core/arn";
import { soundProgram } from "../../../../../components/controlPlane/program";
import { deploy } from "../../../../helpers/deploy";
import { refusal } from "../../../../helpers/refusal";
import { CONNECTION } from "../../../../helpers/samples";
import { alb, listener, OK } from "../../../../helpers/shop";

const OTHER: Connection = { ...CONNECTION, instance: "other" };
const POLICY = "ELBSecurityPolicy-2016-08";
const certificate = certificateArn(CONNECTION, "shop");
const later = <T>(value: T): pulumi.Output<T> =>
  pulumi.output<unknown>(Promise.resolve(value)) as pulumi.Output<T>;

test("rejects one listener more than AWS allows", async () => {
  const { codes } = await refusal(() => {
    const of = alb({ quotas: { listeners: 2 } });
    for (const port of [80, 8081, 8082]) listener(of, port);
  });
  expect(codes).toEqual(['KECS1019 Listener("l8082")']);
});

test("counts listeners as they are made, also where the instance is another stack's", async () => {
  const connection = later(CONNECTION);
  const { codes } = await refusal(() => {
    const of = alb({ connection, quotas: { listeners: 2 } });
    for (const port of [80, 8081]) listener(of, port, { connection });
  });
  expect(codes).toEqual([]);
});

test("rejects a load balancer of another instance", async () => {
  const { codes } = await refusal(() => listener(alb(), 80, { connection: OTHER }));
  expect(codes).toEqual(['KECS1010 Listener("l80").loadBalancerArn']);
});

describe("rejects what is told too late for the resources that hang on it", () => {
  const children = async (port: number, more: Partial<ListenerArgs>, of: Partial<AlbArgs> = {}) => {
    const { codes, children: count } = await refusal(() => listener(alb(of), port, more));
    // The record, the two transports, the address and the names of the load balancer, which is in order.
    return { codes, count: count - 7 };
  };
  const groups = [{ arn: targetGroupArn(CONNECTION, "web") }];
  const forward = { targetGroups: later(groups) } as never;

  test.each<[string, number, Partial<ListenerArgs>, Partial<AlbArgs>, string]>([
    ["a protocol", 80, { protocol: later("HTTP") }, {}, 'Listener("l80").protocol'],
    ["a port without a protocol", 80, { port: later(80) }, {}, 'Listener("l80").port'],
    ["actions", 80, { defaultActions: later([OK]) }, {}, 'Listener("l80").defaultActions'],
    [
      "the type of an action",
      80,
      { defaultActions: [{ ...OK, type: later(OK.type) as never }] },
      {},
      'Listener("l80").defaultActions[0].type',
    ],
    [
      "target groups",
      80,
      { defaultActions: [{ type: "forward", forward }] },
      {},
      'Listener("l80").defaultActions[0].forward.targetGroups',
    ],
    [
      "the mode of mutual TLS",
      443,
      { mutualAuthentication: { mode: later("off") } },
      {},
      'Listener("l443").mutualAuthentication.mode',
    ],
    [
      "mutual TLS",
      443,
      { mutualAuthentication: later({ mode: "off" }) },
      {},
      'Listener("l443").mutualAuthentication.mode',
    ],
    [
      "the load balancer's hosts beside TLS options",
      443,
      { sslPolicy: POLICY },
      { hostnames: later(["*.a.test"]) },
      'Alb("shop").hostnames',
    ],
  ])("%s", async (_, port, more, of, path) => {
    expect(await children(port, more, of)).toEqual({ codes: [`KECS1008 ${path}`], count: 0 });
  });

  test("and lets the machine alone for it", async () => {
    let outcome: unknown;
    const program = () => {
      void soundProgram().catch((error: unknown) => (outcome = error));
      listener(alb(), 80, { protocol: later("HTTP") });
    };
    await deploy(program).catch(() => undefined);
    await setImmediate();
    expect(outcome).toMatchObject({ issues: [{ code: "KECS1008" }] });
  });
});

test.each<[string, number, Partial<ListenerArgs>, Partial<AlbArgs>]>([
  ["a port with a protocol", 443, { port: later(443), protocol: "HTTPS" }, {}],
  ["the load balancer's hosts without TLS options", 443, {}, { hostnames: later(["*.a.test"]) }],
  ["a policy", 443, { sslPolicy: later(POLICY) }, {}],
  [
    "a trust store",
    443,
    {
      mutualAuthentication: {
        mode: "verify",
        trustStoreArn: later(trustStoreArn(CONNECTION, "clients")),
      },
    },
    {},
  ],
  ["tags", 80, { tags: later({ a: "b" }) }, {}],
])("takes %s as late as they come", async (_, port, more, of) => {
  const given = port === 443 ? { certificateArn: certificate, ...more } : more;
  expect((await refusal(() => listener(alb(of), port, given))).codes).toEqual([]);
});
