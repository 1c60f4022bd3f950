import { listenerArn, loadBalancerArn, targetGroupArn } from "../../../../../core/arn";
import {
  duplicatePriority,
  validateListenerRule,
} from "../../../../../core/lb/listenerRule/validate";
import type { ListenerRuleValues } from "../../../../../core/lb/listenerRule/values";
import { brief } from "../../../../helpers/issues";
import { CONNECTION } from "../../../../helpers/samples";

const valid: ListenerRuleValues = {
  listenerArn: listenerArn(CONNECTION, "a", 80),
  priority: 10,
  conditions: [{ pathPattern: { values: ["/a"] } }],
  actions: [{ type: "forward", targetGroupArn: targetGroupArn(CONNECTION, "g") }],
};
const check = (values: Partial<ListenerRuleValues>) =>
  brief(validateListenerRule({ ...valid, ...values }, "r"));

test.each<[string, Partial<ListenerRuleValues>]>([
  ["the lowest priority", { priority: 1 }],
  ["the highest priority", { priority: 50000 }],
  ["tags", { tags: { team: "a" } }],
])("accepts %s", (_, values) => {
  expect(check(values)).toEqual([]);
});

test.each<[string, Partial<ListenerRuleValues>, string[]]>([
  ["priority 0", { priority: 0 }, ["KECS1011 r.priority"]],
  ["priority 50001", { priority: 50001 }, ["KECS1011 r.priority"]],
  ["no priority", { priority: undefined as unknown as number }, ["KECS1009 r.priority"]],
  ["half a priority", { priority: 1.5 }, ["KECS1011 r.priority"]],
  [
    "a load balancer's ARN",
    { listenerArn: loadBalancerArn(CONNECTION, "a") },
    ["KECS1010 r.listenerArn"],
  ],
  [
    "everything at once",
    { listenerArn: "l", priority: -1, conditions: [], actions: [] },
    [
      "KECS1010 r.listenerArn",
      "KECS1011 r.priority",
      "KECS1009 r.conditions",
      "KECS1009 r.actions",
    ],
  ],
])("rejects %s", (_, values, expected) => {
  expect(check(values)).toEqual(expected);
});

test("names the owner of a priority that is taken", () => {
  expect(duplicatePriority(10, 'ListenerRule("a")', 'ListenerRule("b")')).toEqual({
    code: "KECS1017",
    path: 'ListenerRule("b").priority',
    message: 'priority "10" of the listener belongs to ListenerRule("a")',
    hint: "give each rule of a listener a priority of its own",
    severity: "error",
  });
});
