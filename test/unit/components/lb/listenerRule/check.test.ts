import * as pulumi from "@pulumi/pulumi";
import { certificateArn, listenerArn } from "../../../../../core/arn";
import { Alb, type Connection } from "../../../../../components";
import { refusal } from "../../../../helpers/refusal";
import { CONNECTION } from "../../../../helpers/samples";
import { alb, group, hosts, listener, rule } from "../../../../helpers/shop";

const CERTIFICATE = certificateArn(CONNECTION, "shop");
const LISTENER = listenerArn(CONNECTION, "shop", 80);
const OTHER: Connection = { ...CONNECTION, instance: "other" };

test("rejects every mistake of a rule at once, and registers nothing for it", async () => {
  const of = { arn: pulumi.output(LISTENER) };
  const program = () => rule("r", of, 0, { listenerArn: LISTENER, conditions: [], actions: [] });
  expect(await refusal(program)).toEqual({
    codes: [
      'KECS1011 ListenerRule("r").priority',
      'KECS1009 ListenerRule("r").conditions',
      'KECS1009 ListenerRule("r").actions',
    ],
    children: 0,
  });
});

test.each<[string, () => unknown, string[]]>([
  [
    "a priority that another rule of the listener has",
    () => {
      const of = listener(alb(), 80);
      rule("a", of, 1);
      rule("b", of, 1);
    },
    ['KECS1017 ListenerRule("b").priority'],
  ],
  [
    "a name that another rule of the listener has",
    () => {
      const of = listener(alb(), 80);
      rule("a", of, 1);
      rule("a", of, 2);
    },
    ['KECS1001 ListenerRule("a").name'],
  ],
  [
    "a host of another load balancer",
    () => {
      new Alb("other", { connection: CONNECTION, hostnames: ["a.test"] });
      rule("a", listener(alb(), 80), 1, { conditions: hosts("b.test", "A.test") });
    },
    ['KECS1012 ListenerRule("a").conditions[0].hostHeader'],
  ],
  [
    "a host that a rule of another load balancer has",
    () => {
      const other = new Alb("other", { connection: CONNECTION });
      rule("a", listener(alb(), 80), 1, { conditions: hosts("a.test") });
      rule("b", listener(other, 8081), 1, { conditions: hosts("a.test") });
    },
    ['KECS1012 ListenerRule("b").conditions[0].hostHeader'],
  ],
  [
    "a wildcard of its own where the listener has TLS options",
    () => {
      const sslPolicy = "ELBSecurityPolicy-2016-08";
      const of = listener(alb(), 443, { certificateArn: CERTIFICATE, sslPolicy });
      rule("a", of, 1, { conditions: hosts("a.test", "*.a.test") });
    },
    ['KECS1012 ListenerRule("a").conditions[0].hostHeader'],
  ],
  [
    "one rule more than AWS allows",
    () => {
      const of = alb({ quotas: { rules: 2 } });
      rule("a", listener(of, 80), 1);
      const second = listener(of, 8081);
      rule("b", second, 1);
      rule("c", second, 2);
    },
    ['KECS1019 ListenerRule("c")'],
  ],
  [
    "a listener of another instance",
    () => rule("a", { arn: pulumi.output("") }, 1, { connection: OTHER, listenerArn: LISTENER }),
    ['KECS1010 ListenerRule("a").listenerArn'],
  ],
  [
    "target groups of different protocol versions in one action",
    () => {
      const all = [group("a"), group("b", { protocolVersion: "HTTP2" })];
      const targetGroups = all.map(({ arn }) => ({ arn }));
      rule("a", listener(alb(), 80), 1, {
        actions: [{ type: "forward", forward: { targetGroups } }],
      });
    },
    ['KECS1013 ListenerRule("a").actions[0].forward.targetGroups'],
  ],
])("rejects %s", async (_, program, expected) => {
  expect((await refusal(program)).codes).toEqual(expected);
});

const later = <T>(value: T): pulumi.Output<T> =>
  pulumi.output<unknown>(Promise.resolve(value)) as pulumi.Output<T>;

test("lets rules of two listeners have one priority, one host, and rules up to the quota", async () => {
  for (const connection of [CONNECTION, later(CONNECTION)]) {
    const { codes } = await refusal(() => {
      const of = alb({ connection, quotas: { rules: 2, listeners: 2 } });
      const [a, b] = [listener(of, 80, { connection }), listener(of, 8081, { connection })];
      rule("r", a, 1, { connection, conditions: hosts("a.test") });
      rule("s", b, 1, { connection, conditions: hosts("a.test") });
    });
    expect(codes).toEqual([]);
  }
});

describe("a host that is known after the listener's routes were made", () => {
  type Made = ReturnType<typeof listener>;
  const codes = async (host: pulumi.Input<string>, before: (of: Made) => unknown) =>
    (
      await refusal(async () => {
        const of = listener(alb({ hostnames: ["*.shop.test"] }), 80);
        await before(of);
        rule("r", of, 1, { conditions: [{ hostHeader: { values: [host] } }] });
      })
    ).codes;
  const now = () => undefined;
  const awaited = (of: Made) =>
    new Promise<void>((resolve) => {
      of.nodes.root.urn.apply(() => {
        resolve();
      });
    });

  test("is rejected", async () => {
    expect(await codes("a.test", now)).toEqual([]);
    expect(await codes("a.test", awaited)).toEqual([
      'KECS1013 ListenerRule("r").conditions[0].hostHeader',
    ]);
  });

  test("is none where the load balancer has it", async () => {
    expect(await codes(later("a.shop.test"), now)).toEqual([]);
    expect(await codes("a.shop.test", awaited)).toEqual([]);
  });
});

test("warns of hosts that a listener may not have while its instance does not answer", async () => {
  const warn = jest.spyOn(pulumi.log, "warn").mockResolvedValue();
  const conditions = hosts("a.test", "shop.elb.localhost");
  const of = { arn: pulumi.output(LISTENER) };
  expect((await refusal(() => rule("r", of, 1, { conditions }))).codes).toEqual([]);
  expect(warn.mock.calls).toEqual([
    [
      `KECS1035: ListenerRule("r").listenerArn: instance "myapp" does not answer, so "${LISTENER}" is taken for a listener with AWS's defaults`,
    ],
    [
      [
        'KECS1012: ListenerRule("r").conditions[0].hostHeader: "a.test" does not reach this listener of another stack',
        "  hint: add it to hostnames of the load balancer, in the stack that makes it",
      ].join("\n"),
    ],
  ]);
  warn.mockRestore();
});

test("knows a load balancer's simulated addresses: no warning of source-ip there", async () => {
  const warn = jest.spyOn(pulumi.log, "warn").mockResolvedValue();
  const conditions = [{ sourceIp: { values: ["10.0.0.0/8"] } }];
  const warnings = async (simulateSourceIp: boolean) => {
    warn.mockClear();
    await refusal(() => rule("r", listener(alb({ simulateSourceIp }), 80), 1, { conditions }));
    return warn.mock.calls.length;
  };
  expect([await warnings(true), await warnings(false)]).toEqual([0, 1]);
  warn.mockRestore();
});

test("names a listener of the program by the text of its ARN too", async () => {
  const { codes } = await refusal(() => {
    listener(alb({ quotas: { rules: 1 } }), 80);
    rule("a", { arn: pulumi.output("") }, 1, { listenerArn: LISTENER });
    rule("b", { arn: pulumi.output("") }, 2, { listenerArn: LISTENER });
  });
  expect(codes).toEqual(['KECS1019 ListenerRule("b")']);
});
