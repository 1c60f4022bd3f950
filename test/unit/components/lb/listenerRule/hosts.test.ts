import * as pulumi from "@pulumi/pulumi";
import { assumedLoadBalancer } from "../../../../../core/lb/recorded/assumed";
import type { ListenerEntry } from "../../../../../components/controlPlane/entries";
import { listenerArn } from "../../../../../core/arn";
import { checkHosts } from "../../../../../components/lb/listenerRule/hosts";
import { deploy } from "../../../../helpers/deploy";
import { brief } from "../../../../helpers/issues";
import { CONNECTION } from "../../../../helpers/samples";

const loadBalancer = { ...assumedLoadBalancer("shop"), hosts: ["shop.test", "*.shop.test"] };
const listener = (hasTlsOption: boolean): ListenerEntry => ({
  path: "Listener",
  parent: undefined,
  connection: pulumi.output(CONNECTION),
  loadBalancer: pulumi.output(loadBalancer),
  listener: pulumi.output(undefined) as never,
  outputs: pulumi.output(undefined) as never,
  protocol: "HTTP",
  hasTlsOption,
  ports: { port: 80, localPort: undefined },
  rules: [],
  isSettled: () => false,
});
const conditions = (...values: string[]) => [
  { pathPattern: { values: ["/*"] } },
  { hostHeader: { values } },
];

/** The issues of a rule with these hosts, the first `plain` of which were known in time. */
async function check(hosts: string[], plain: number, hasTlsOption = false): Promise<string[]> {
  const values = {
    connection: CONNECTION,
    listenerArn: listenerArn(CONNECTION, "shop", 80),
    priority: 1,
    conditions: conditions(...hosts),
    actions: [],
  };
  const place = {
    listener: listener(hasTlsOption),
    loadBalancer,
    plainHosts: hosts.slice(0, plain),
    namedHosts: hosts.slice(0, plain),
  };
  let found: string[] = [];
  await deploy(() => {
    found = brief(checkHosts(values, place, "r"));
  });
  return found;
}

const PATH = "r.conditions[1].hostHeader";
const NAMELESS = `KECS1037 ${PATH}`;

test.each<[string, string[], number, boolean, string[]]>([
  ["accepts hosts that were known in time", ["a.test", "*.a.test"], 2, false, []],
  [
    "accepts what the load balancer has, known in time or not",
    ["shop.test", "*.shop.test"],
    0,
    false,
    [],
  ],
  [
    "warns of what was known too late for tasks alone",
    ["a.shop.test", "b.shop.test"],
    1,
    false,
    [NAMELESS],
  ],
  [
    "warns of what no task's DNS can know",
    [`${"a".repeat(60)}.test`, "shop.kecs-system"],
    2,
    false,
    [NAMELESS, NAMELESS],
  ],
  ["rejects what was known too late", ["a.test", "b.test"], 1, false, [`KECS1013 ${PATH}`]],
  ["rejects wildcards beside TLS options", ["a.test", "*.a.test"], 2, true, [`KECS1012 ${PATH}`]],
  ["accepts the load balancer's wildcards there", ["*.shop.test"], 1, true, []],
])("%s", async (_, hosts, plain, hasTlsOption, expected) => {
  expect(await check(hosts, plain, hasTlsOption)).toEqual(expected);
});
