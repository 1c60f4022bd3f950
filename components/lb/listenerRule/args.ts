import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../../core/connection";
import type { HttpHeaderValues } from "../../../core/lb/conditions/httpHeader/values";
import type { ConditionValues } from "../../../core/lb/conditions/kinds";
import type { ListValues, PatternValues } from "../../../core/lb/conditions/patternValues";
import type { QueryStringValues } from "../../../core/lb/conditions/queryString/values";
import type { ListenerRuleValues } from "../../../core/lb/listenerRule/values";
import type { InputsOf } from "../../inputs/inputsOf";

/** Arguments of a ListenerRule, shaped like those of `aws.lb.ListenerRule`. */
export interface ListenerRuleArgs extends InputsOf<
  Omit<ListenerRuleValues, "conditions" | "transforms">
> {
  /** The instance that the listener belongs to. A change replaces the rule. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * What a request has to be like: all of them have to hold. At least one, with together at most
   * five values and six wildcards. A change updates in place.
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
   */
  readonly conditions: pulumi.Input<pulumi.Input<ConditionArgs>[]>;
  /**
   * Rewrites of the request's host and URL.
   *
   * Locally: refused, since targets get the request as the client sent it.
   *
   * @default none
   */
  readonly transforms?: pulumi.Input<object[] | undefined>;
}

/**
 * A condition: exactly one of its fields. A rule can have several of `httpHeader` and
 * `queryStrings`, and one of each other kind. It holds if one of its values does.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html
 */
export interface ConditionArgs extends InputsOf<ConditionValues> {}

/** Either `values` or `regexValues`. */
export interface PatternConditionArgs extends InputsOf<PatternValues> {}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HttpHeaderConditionConfig.html */
export interface HttpHeaderConditionArgs extends InputsOf<HttpHeaderValues> {}

export interface ValuesConditionArgs extends InputsOf<ListValues> {}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_QueryStringKeyValuePair.html */
export interface QueryStringConditionArgs extends InputsOf<QueryStringValues> {}
