import { listenerArn, loadBalancerArn, targetGroupArn } from "../../../../../core/arn";
import { validateListener } from "../../../../../core/lb/listener/validate";
import type { ListenerValues } from "../../../../../core/lb/listener/values";
import { brief } from "../../../../helpers/issues";
import { CONNECTION } from "../../../../helpers/samples";

const forward = { type: "forward", targetGroupArn: targetGroupArn(CONNECTION, "g") };
const valid: ListenerValues = {
  loadBalancerArn: loadBalancerArn(CONNECTION, "a"),
  port: 80,
  defaultActions: [forward],
};
const check = (values: Partial<ListenerValues>) =>
  brief(validateListener({ ...valid, ...values }, "l"));

test.each<[string, Partial<ListenerValues>]>([
  ["the lowest port", { port: 1 }],
  ["the highest port", { port: 65535 }],
  ["HTTP", { protocol: "HTTP" }],
  ["HTTPS", { protocol: "HTTPS" }],
  ["a local port", { localPort: 9001 }],
])("accepts %s", (_, values) => {
  expect(check(values)).toEqual([]);
});

test.each<[string, Partial<ListenerValues>, string[]]>([
  ["port 0", { port: 0 }, ["KECS1011 l.port"]],
  ["port 65536", { port: 65536 }, ["KECS1011 l.port"]],
  ["local port 0", { localPort: 0 }, ["KECS1011 l.localPort"]],
  ["local port 65536", { localPort: 65536 }, ["KECS1011 l.localPort"]],
  ["TCP, which is a Network Load Balancer's", { protocol: "TCP" }, ["KECS1008 l.protocol"]],
  ["a protocol in small letters", { protocol: "http" }, ["KECS1008 l.protocol"]],
  ["a name in the place of an ARN", { loadBalancerArn: "a" }, ["KECS1010 l.loadBalancerArn"]],
  [
    "a listener's ARN",
    { loadBalancerArn: listenerArn(CONNECTION, "a", 80) },
    ["KECS1010 l.loadBalancerArn"],
  ],
  ["no action", { defaultActions: [] }, ["KECS1009 l.defaultActions"]],
  ["two actions", { defaultActions: [forward, forward] }, ["KECS1020 l.defaultActions[1]"]],
  [
    "an action that AWS has not",
    { defaultActions: [{ ...forward, type: "drop" }] },
    ["KECS1008 l.defaultActions[0].type"],
  ],
  [
    "a target group that is none",
    { defaultActions: [{ ...forward, targetGroupArn: "g" }] },
    ["KECS1010 l.defaultActions[0].targetGroupArn"],
  ],
  [
    "everything at once",
    {
      port: -1,
      localPort: 0.5,
      loadBalancerArn: "",
      protocol: "UDP",
      defaultActions: [],
    },
    [
      "KECS1011 l.port",
      "KECS1011 l.localPort",
      "KECS1010 l.loadBalancerArn",
      "KECS1008 l.protocol",
      "KECS1009 l.defaultActions",
    ],
  ],
])("rejects %s", (_, values, expected) => {
  expect(check(values)).toEqual(expected);
});

test("knows its own protocol in its default actions", () => {
  const redirect = { statusCode: "HTTP_301", protocol: "HTTP", port: "80" };
  const defaultActions = [{ type: "redirect", redirect }];
  expect(check({ defaultActions })).toEqual(["KECS1020 l.defaultActions[0].redirect"]);
  expect(check({ port: 443, defaultActions })).toEqual([
    "KECS1020 l.defaultActions[0].redirect.protocol",
  ]);
});
