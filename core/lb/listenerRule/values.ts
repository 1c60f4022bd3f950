import type { ActionValues } from "../actions/values";
import type { ConditionValues } from "../conditions/kinds";

/** A rule's arguments, resolved. */
export interface ListenerRuleValues {
  /**
   * ARN of the listener, `listener.arn`. A change replaces the rule.
   *
   * Locally: hosts of conditions reach a listener of this program by themselves. The load balancer
   * of a listener of another stack has to have them in `hostnames`.
   */
  readonly listenerArn: string;
  /**
   * 1 to 50000, unique within the listener; the lowest one that matches answers. A change updates
   * in place.
   *
   * Locally: required, where `aws.lb.ListenerRule` takes the next free one if there is none.
   */
  readonly priority: number;
  readonly conditions: readonly ConditionValues[];
  /**
   * What to do with the request: exactly one action of type `forward`, `redirect` or
   * `fixed-response`. A change updates in place.
   */
  readonly actions: readonly ActionValues[];
  readonly transforms?: readonly unknown[] | undefined;
  /**
   * Tags, kept in the rule's record. A change updates in place.
   *
   * @default none
   */
  readonly tags?: Readonly<Record<string, string>> | undefined;
}
