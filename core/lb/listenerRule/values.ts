import type { ActionValues } from "../actions/values";
import type { ConditionValues } from "../conditions/kinds";

/** A rule's arguments, resolved. */
export interface ListenerRuleValues {
  readonly listenerArn: string;
  readonly priority: number;
  readonly conditions: readonly ConditionValues[];
  readonly actions: readonly ActionValues[];
  readonly transforms?: readonly unknown[];
  readonly tags?: Readonly<Record<string, string>>;
}
