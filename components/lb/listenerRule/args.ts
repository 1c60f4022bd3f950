import type * as pulumi from "@pulumi/pulumi";
import type { ActionArgs } from "../listener/actionArgs";
import type { Connection } from "../../../core/connection";

/** Arguments of a ListenerRule, shaped like those of `aws.lb.ListenerRule`. */
export interface ListenerRuleArgs {
  /** The instance that the listener belongs to. A change replaces the rule. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * ARN of the listener, `listener.arn`. A change replaces the rule.
   *
   * Locally: hosts of conditions reach a listener of this program by themselves. One of another
   * stack is known by its ARN alone: its load balancer has to have them in `hostnames`, and it is
   * taken for HTTPS on port 443 only, and for one without attributes.
   */
  readonly listenerArn: pulumi.Input<string>;
  /**
   * 1 to 50000, unique within the listener; the lowest one that matches answers. A change updates
   * in place.
   *
   * Locally: required, where `aws.lb.ListenerRule` takes the next free one if there is none.
   */
  readonly priority: pulumi.Input<number>;
  /**
   * What a request has to be like: all of them have to hold. At least one, with together at most
   * five values and six wildcards. A change updates in place.
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
   */
  readonly conditions: pulumi.Input<pulumi.Input<ConditionArgs>[]>;
  /**
   * What to do with the request: exactly one action of type `forward`, `redirect` or
   * `fixed-response`. A change updates in place.
   */
  readonly actions: pulumi.Input<pulumi.Input<ActionArgs>[]>;
  /**
   * Rewrites of the request's host and URL.
   *
   * Locally: refused, since targets get the request as the client sent it.
   *
   * @default none
   */
  readonly transforms?: pulumi.Input<object[] | undefined>;
  /**
   * Tags, kept in the rule's record. A change updates in place.
   *
   * @default none
   */
  readonly tags?: pulumi.Input<Record<string, pulumi.Input<string>> | undefined>;
}

/**
 * A condition: exactly one of its fields. A rule can have several of `httpHeader` and
 * `queryStrings`, and one of each other kind. It holds if one of its values does.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html
 */
export interface ConditionArgs {
  /**
   * Host names of 1 to 128 letters, digits, hyphens and dots, with `*` and `?`; a dot is needed, and
   * only letters may follow the last one. Letter case does not count.
   *
   * Locally: `values` have to be known before the program's first await, or be in the load
   * balancer's `hostnames`. So have all hosts that `regexValues` are meant for, since a pattern
   * tells no names.
   */
  readonly hostHeader?: pulumi.Input<PatternConditionArgs | undefined>;
  /**
   * Paths of 1 to 128 characters, with `*` and `?`. Letter case counts; the query is no part of it.
   *
   * Locally: percent-escapes of unreserved characters are decoded before paths are compared.
   */
  readonly pathPattern?: pulumi.Input<PatternConditionArgs | undefined>;
  /** One header field's values, with `*` and `?`. Letter case does not count. */
  readonly httpHeader?: pulumi.Input<HttpHeaderConditionArgs | undefined>;
  /** Methods, `A-Z`, `-` and `_`, at most 40 characters, without wildcards. */
  readonly httpRequestMethod?: pulumi.Input<ValuesConditionArgs | undefined>;
  /** Parameters of the query, with `*` and `?`; `\*` and `\?` stand for themselves. */
  readonly queryStrings?: pulumi.Input<pulumi.Input<QueryStringConditionArgs>[] | undefined>;
  /**
   * Networks that the request comes from, in CIDR notation, IPv4 or IPv6.
   *
   * Locally: every request comes from the cluster's own address, since the addresses of clients
   * do not get there; `simulateSourceIp` of the load balancer lets a header stand in for it.
   */
  readonly sourceIp?: pulumi.Input<ValuesConditionArgs | undefined>;
}

/** Either `values` or `regexValues`. */
export interface PatternConditionArgs {
  /** Patterns of 1 to 128 characters with AWS's wildcards. A change updates in place. */
  readonly values?: pulumi.Input<pulumi.Input<string>[] | undefined>;
  /** Regular expressions in RE2's syntax, of 1 to 128 characters. A change updates in place. */
  readonly regexValues?: pulumi.Input<pulumi.Input<string>[] | undefined>;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HttpHeaderConditionConfig.html */
export interface HttpHeaderConditionArgs extends PatternConditionArgs {
  /** Name of the header field, 1 to 40 characters, any but `Host`. A change updates in place. */
  readonly httpHeaderName: pulumi.Input<string>;
}

export interface ValuesConditionArgs {
  /** One value at least. A change updates in place. */
  readonly values: pulumi.Input<pulumi.Input<string>[]>;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_QueryStringKeyValuePair.html */
export interface QueryStringConditionArgs {
  /**
   * Key of 1 to 128 characters. A change updates in place.
   *
   * @default any key
   */
  readonly key?: pulumi.Input<string | undefined>;
  /** Value of 1 to 128 characters. A change updates in place. */
  readonly value: pulumi.Input<string>;
}
