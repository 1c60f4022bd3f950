import type { Action, Rule, RuleCondition } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { AwsObject, World } from "../../../world/world";
import { defaultRuleArn } from "../../../../core/arn";
import type { ActionValues } from "../../../../core/lb/actions/values";
import { loadBalancerName } from "../../../../core/lb/listener/model";
import { recordedRule } from "../../../../core/lb/listenerRule/record";
import type { Resolved } from "../../../../core/lb/listenerRule/model";
import { toAwsAction } from "./action";
import { toAwsCondition, toConditionValues } from "./condition";
import { listenerValuesOf } from "./listener";

/** A rule as AWS has it, with the listener that it belongs to. */
export interface RuleOfListener {
  readonly listenerArn: string;
  /** Behind every other rule for the default one. */
  readonly priority: number;
  readonly rule: Rule;
}

const BEHIND_ALL = 99_999;

interface RuleParts {
  readonly conditions: readonly RuleCondition[] | undefined;
  readonly actions: readonly ActionValues[] | undefined;
}

/** The values of a rule with what a caller says of it. */
export function withParts(values: Resolved, { conditions, actions }: RuleParts): Resolved {
  return {
    ...values,
    ...(conditions === undefined ? {} : { conditions: conditions.map(toConditionValues) }),
    ...(actions === undefined ? {} : { actions }),
  };
}

export function toAwsRule(object: Pick<AwsObject, "arn" | "attributes">): Rule {
  const { priority, conditions, actions } = recordedRule(object);
  return {
    RuleArn: object.arn,
    Priority: String(priority),
    Conditions: conditions.map(toAwsCondition),
    Actions: actions.map(toAwsAction),
    IsDefault: false,
  };
}

export function ruleOfListener(object: AwsObject): RuleOfListener {
  const { listenerArn, priority } = recordedRule(object);
  return { listenerArn, priority, rule: toAwsRule(object) };
}

/** The rule that a listener's default actions are. */
export function defaultRule(listener: AwsObject, { connection }: World): RuleOfListener {
  const values = listenerValuesOf(listener, connection);
  const actions: Action[] = values.defaultActions.map(toAwsAction);
  return {
    listenerArn: listener.arn,
    priority: BEHIND_ALL,
    rule: {
      RuleArn: defaultRuleArn(connection, loadBalancerName(values), values.port),
      Priority: "default",
      Conditions: [],
      Actions: actions,
      IsDefault: true,
    },
  };
}
