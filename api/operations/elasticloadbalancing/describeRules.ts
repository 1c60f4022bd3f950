import type {
  DescribeRulesCommandInput,
  DescribeRulesOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import type { World } from "../../world/world";
import { listenerByArn, resourceOf, rules, rulesOf } from "./lookUp";
import { defaultRules } from "./ownRule";
import { pageOf } from "./page";
import { defaultRule, ruleOfListener, type RuleOfListener } from "./shapes/rule";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeRules.html */
export const describeRules: Operation<DescribeRulesCommandInput, DescribeRulesOutput> = (
  input,
  world,
) => {
  const all = chosen(input, world).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const { items, next } = pageOf(all, input, placeOf);
  return { output: { Rules: items.map(({ rule }) => rule), ...next } };
};

/** Those of a listener in the order in which they are asked. */
function placeOf({ listenerArn, priority }: RuleOfListener): string {
  return `${listenerArn} ${String(priority).padStart(5, "0")}`;
}

function chosen(
  { ListenerArn, RuleArns = [] }: DescribeRulesCommandInput,
  world: World,
): RuleOfListener[] {
  if (ListenerArn !== undefined && RuleArns.length > 0) {
    throw new AwsError(
      "ValidationError",
      "Listener rule ARNs and a listener ARN cannot be specified at the same time",
    );
  }
  if (ListenerArn !== undefined) {
    const listener = listenerByArn(world, ListenerArn);
    return [...rulesOf(world, listener).map(ruleOfListener), defaultRule(listener, world)];
  }
  if (RuleArns.length === 0) {
    throw new AwsError(
      "ValidationError",
      "You must specify either listener rule ARNs or a listener ARN",
    );
  }
  const all = new Map([
    ...defaultRules(world),
    ...rules(world).map((object) => [resourceOf(object.arn), ruleOfListener(object)] as const),
  ]);
  return [...new Set(RuleArns.map(resourceOf))].map((resource) => {
    const rule = all.get(resource);
    if (rule !== undefined) return rule;
    throw new AwsError("RuleNotFound", "One or more rules not found");
  });
}
