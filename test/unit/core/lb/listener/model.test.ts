import { assumedLoadBalancer } from "../../../../../core/lb/recorded/assumed";
import { loadBalancerArn, targetGroupArn } from "../../../../../core/arn";
import {
  isCovered,
  listenerModel,
  type Resolved,
  type Surroundings,
} from "../../../../../core/lb/listener/model";
import { assumedTargetGroup } from "../../../../../core/lb/targetGroup/model";
import { CONNECTION } from "../../../../helpers/samples";

const group = targetGroupArn(CONNECTION, "web");
const at = (port: number, more: Partial<Resolved> = {}): Resolved => ({
  connection: CONNECTION,
  loadBalancerArn: loadBalancerArn(CONNECTION, "MyApp"),
  port,
  defaultActions: [{ type: "forward", targetGroupArn: group }],
  ...more,
});
const OWN = ["myapp.elb.localhost", "myapp.elb.amazonaws.com"];
const around = (more: Partial<Surroundings> = {}): Surroundings => ({
  loadBalancer: assumedLoadBalancer("MyApp"),
  ruleHosts: [],
  siblings: [],
  groupOf: assumedTargetGroup,
  tls: { secretName: "cert" },
  ...more,
});

test.each([
  ["HTTPS on 443", at(443), "HTTPS"],
  ["HTTP on 80", at(80), "HTTP"],
  ["HTTP on any other port", at(8443), "HTTP"],
  ["what was asked for on 443", at(443, { protocol: "HTTP" }), "HTTP"],
  ["what was asked for elsewhere", at(8081, { protocol: "HTTPS" }), "HTTPS"],
])("speaks %s", (_, values, protocol) => {
  const { protocol: spoken, tls } = listenerModel(values, around());
  expect(spoken).toBe(protocol);
  expect(tls).toEqual(protocol === "HTTPS" ? { secretName: "cert" } : undefined);
});

test("is all that requests meet, but for the rules", () => {
  expect(listenerModel(at(8081), around())).toStrictEqual({
    port: 8081,
    protocol: "HTTP",
    localPort: 9001,
    entryPoint: "alb-9001",
    hosts: OWN,
    portMap: { "80": 8080, "443": 8443, "8081": 9001 },
    rules: [],
    defaultAction: {
      type: "forward",
      targetGroups: [{ group: assumedTargetGroup(group), weight: 1 }],
    },
  });
});

test("knows where the other listeners answer, as far as their ports can be told", () => {
  const siblings = [
    { port: 8082, localPort: 9009 },
    { port: 8083, localPort: undefined },
    { port: undefined, localPort: 9000 },
  ];
  expect(listenerModel(at(80), around({ siblings })).portMap).toEqual({
    "80": 8080,
    "443": 8443,
    "8082": 9009,
    "8083": 9003,
  });
});

test("adds each host of its rules once, unless the load balancer has it", () => {
  const loadBalancer = { ...assumedLoadBalancer("MyApp"), hosts: [...OWN, "*.shop.test"] };
  const ruleHosts = ["a.test", "api.shop.test", "*.b.test", "a.test", "myapp.elb.localhost"];
  expect(listenerModel(at(80), around({ loadBalancer, ruleHosts })).hosts).toEqual([
    ...OWN,
    "*.shop.test",
    "a.test",
    "*.b.test",
  ]);
});

test.each([
  ["itself", "a.test", "a.test", true],
  ["a host", "a.test", "*.test", true],
  ["a deeper host", "b.a.test", "*.test", true],
  ["a host of a letter", "a.test", "?.test", true],
  ["a narrower wildcard", "*.a.test", "*.test", true],
  ["the same wildcard", "*.test", "*.test", true],
  ["more than it by a star for its question mark", "*.test", "?.test", false],
  ["another host", "a.test", "b.test", false],
  ["a wildcard by an exact name", "*.test", "a.test", false],
])("a pattern covers %s or not", (_, host, own, expected) => {
  expect(isCovered(host, ["other.test", own])).toBe(expected);
});
