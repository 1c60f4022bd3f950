import { actionOf } from "../listener/actions";
import type { Connection } from "../../connection";
import type { Rule, TargetGroup } from "../model";
import { conditionsOf } from "../conditions/conditions";
import type { ConditionValues } from "../conditions/kinds";
import type { ListenerRuleValues } from "./values";

/** A rule's arguments with the instance that they are meant for. */
export interface Resolved extends ListenerRuleValues {
  readonly connection: Connection;
}

/** A rule as requests meet it. */
export function ruleModel(
  name: string,
  values: ListenerRuleValues,
  groupOf: (arn: string) => TargetGroup,
): Rule {
  return {
    name,
    priority: values.priority,
    conditions: conditionsOf(values.conditions),
    action: actionOf(values.actions, groupOf),
  };
}

/** The host names that a rule's conditions name: requests for them have to reach the listener. */
export function hostsOf(conditions: readonly ConditionValues[]): string[] {
  return conditions.flatMap(({ hostHeader }) =>
    (hostHeader?.values ?? []).map((host) => host.toLowerCase()),
  );
}
