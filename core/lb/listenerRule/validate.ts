import { nameFromArn } from "../../arn";
import { validateBounds } from "../../awsNames";
import { problem, type Issue } from "../../validate";
import { validateActions, type ActionContext } from "../listener/validateActions";
import type { ConditionContext } from "../conditions/context";
import { validateConditions } from "../conditions/validate";
import type { ListenerRuleValues } from "./values";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html */
const PRIORITY = [1, 50000] as const;

/** What is known of a rule's surroundings; each part may be unknown. */
export interface RuleContext extends ActionContext, ConditionContext {}

/** Every problem of a rule's own arguments. */
export function validateListenerRule(
  values: ListenerRuleValues,
  path: string,
  context: RuleContext = {},
): Issue[] {
  return [
    ...validateListenerArn(values.listenerArn, `${path}.listenerArn`),
    ...validatePriority(values.priority, `${path}.priority`),
    ...validateConditions(values.conditions, `${path}.conditions`, context),
    ...validateActions(values.actions, `${path}.actions`, context),
  ];
}

/** Undefined in a program without types, or where arguments of `aws.lb.ListenerRule` are spread. */
function validatePriority(priority: number | undefined, path: string): Issue[] {
  if (priority !== undefined) return validateBounds(priority, PRIORITY, path);
  return [
    problem(
      "KECS1009",
      path,
      "the rule has no priority: aws.lb.ListenerRule takes the next free one, which is not available here",
      "write a priority from 1 to 50000 that no other rule of the listener has",
    ),
  ];
}

/** The issue of a priority that another rule of the listener has. */
export function duplicatePriority(priority: number, owner: string, path: string): Issue {
  return problem(
    "KECS1017",
    `${path}.priority`,
    `priority "${priority}" of the listener belongs to ${owner}`,
    "give each rule of a listener a priority of its own",
  );
}

function validateListenerArn(arn: string, path: string): Issue[] {
  if (nameFromArn("listener", arn) !== undefined) return [];
  return [
    problem(
      "KECS1010",
      path,
      `"${arn}" is not the ARN of a listener of an Application Load Balancer`,
      "pass the listener's arn output",
    ),
  ];
}
