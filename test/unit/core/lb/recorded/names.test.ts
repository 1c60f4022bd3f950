import { CONNECTION } from "../../../../helpers/samples";
import { listenerArn, listenerRuleArn, loadBalancerArn } from "../../../../../core/arn";
import { listenerRecord } from "../../../../../core/lb/listener/record";
import { ruleRecord } from "../../../../../core/lb/listenerRule/record";
import { loadBalancerRecord } from "../../../../../core/lb/loadBalancer/record";
import { recordedLoadBalancers } from "../../../../../core/lb/recorded/loadBalancers";
import { recordedNames } from "../../../../../core/lb/recorded/names";
import type { RecordContent } from "../../../../../core/records/manifest";
import type { ObjectRecord } from "../../../../../core/records/records";

const connection = CONNECTION;
const arnOf = (name: string): string => loadBalancerArn(connection, name);
const OK = [{ type: "fixed-response", fixedResponse: { statusCode: "200" } }];

const record = ({ key, arn, attributes }: RecordContent, stack: string): ObjectRecord => ({
  kind: key.split("-")[0] ?? "",
  arn,
  stack,
  attributes: attributes as Readonly<Record<string, unknown>>,
});
const balancer = (name: string, hostnames: string[]): ObjectRecord[] => [
  record(loadBalancerRecord({ name, hostnames }, arnOf(name)), "owner"),
  record(
    listenerRecord(
      { connection, loadBalancerArn: arnOf(name), port: 80, defaultActions: OK },
      undefined,
    ),
    "owner",
  ),
];
const rule = (of: string, priority: number, hosts: string[], stack = "owner"): ObjectRecord => {
  const values = {
    connection,
    listenerArn: listenerArn(connection, of, 80),
    priority,
    conditions: [{ hostHeader: { values: hosts } }],
    actions: OK,
  };
  const name = `r${priority}`;
  return record(ruleRecord(values, name, listenerRuleArn(connection, of, 80, name)), stack);
};

function namesOf(objects: ObjectRecord[]): Record<string, readonly string[]> {
  const records = { objects, unreadable: new Set<string>() };
  const all = recordedLoadBalancers(records, connection);
  const names = recordedNames(records, all);
  return Object.fromEntries(
    all.map(({ arn, facts }) => [facts.name, names.get(arn)?.slice(2) ?? []]),
  );
}

test("are a load balancer's own and those of the rules that its maker gave it", () => {
  const objects = [
    ...balancer("a", ["a.test", "*.a.test"]),
    rule("a", 1, ["x.a.test", "*.y.test", "a.test"]),
    rule("a", 2, ["x.a.test", "y.a.test"]),
    rule("a", 3, ["guest.a.test"], "guest"),
  ];
  expect(namesOf(objects)).toEqual({ a: ["a.test", "x.a.test", "y.a.test"] });
});

test("are not those of services of Cloud Map", () => {
  const objects = [
    ...balancer("a", ["*.a.test"]),
    rule("a", 1, ["x.a.test", "y.a.test"]),
    record({ key: "discovery-x", arn: "srv", attributes: { dnsName: "x.a.test" } }, "owner"),
  ];
  expect(namesOf(objects)).toEqual({ a: ["y.a.test"] });
});

test("lead to the load balancer that has them itself, before one whose rules name them", () => {
  const objects = [
    ...balancer("a", ["*.b.test"]),
    rule("a", 1, ["x.b.test"]),
    ...balancer("b", ["x.b.test"]),
  ];
  expect(namesOf(objects)).toEqual({ a: [], b: ["x.b.test"] });
});
