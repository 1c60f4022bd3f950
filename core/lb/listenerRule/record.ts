import { listenerPort, nameFromArn } from "../../arn";
import { kubernetesName } from "../../naming";
import type { RecordContent } from "../../records/manifest";
import type { ObjectRecord } from "../../records/records";
import type { Resolved } from "./model";
import type { ListenerRuleValues } from "./values";

/** What the record of a rule says of it. */
export interface RuleAttributes extends ListenerRuleValues {
  /** Names the rule's objects. */
  readonly name: string;
}

/** The name of a rule's objects, by the name of its component. */
export function ruleName(component: string): string {
  return kubernetesName(component, 40);
}

export function ruleRecord(
  of: Resolved,
  component: string,
  arn: string,
): RecordContent<RuleAttributes> {
  const name = ruleName(component);
  const loadBalancer = nameFromArn("listener", of.listenerArn) ?? "";
  const port = listenerPort(of.connection, of.listenerArn) ?? 0;
  return {
    key: `rule-${loadBalancer}-${port}-${name}`,
    arn,
    attributes: {
      name,
      listenerArn: of.listenerArn,
      priority: of.priority,
      conditions: of.conditions,
      actions: of.actions,
      tags: of.tags ?? {},
    },
  };
}

/** The rule that a record is of: the name of its objects, and its arguments. */
export function recordedRule({ attributes }: Pick<ObjectRecord, "attributes">): RuleAttributes {
  return attributes as unknown as RuleAttributes;
}
