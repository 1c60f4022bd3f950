import type * as pulumi from "@pulumi/pulumi";

/**
 * An action, shaped like one of `defaultActions` of `aws.lb.Listener` and of `actions` of
 * `aws.lb.ListenerRule`. Only the field that belongs to its type may be given.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html
 */
export interface ActionArgs {
  /**
   * `forward`, `redirect` or `fixed-response`. A change updates in place.
   *
   * Locally: `authenticate-oidc`, `authenticate-cognito` and `jwt-validation` are refused, since
   * there is no issuer to ask yet.
   */
  readonly type: pulumi.Input<string>;
  /**
   * Place among several actions, 1 to 50000; the lowest goes first. A change updates in place.
   *
   * @default the action's position in the list, from 1
   */
  readonly order?: pulumi.Input<number | undefined>;
  /**
   * ARN of the one target group to forward to, `targetGroup.arn`: the short form of `forward`. A
   * change updates in place.
   */
  readonly targetGroupArn?: pulumi.Input<string | undefined>;
  /** Where to forward to, for type `forward`. A change updates in place. */
  readonly forward?: pulumi.Input<ForwardArgs | undefined>;
  /** Where to send the client, for type `redirect`. A change updates in place. */
  readonly redirect?: pulumi.Input<RedirectArgs | undefined>;
  /** What to answer, for type `fixed-response`. A change updates in place. */
  readonly fixedResponse?: pulumi.Input<FixedResponseArgs | undefined>;
  /** Locally: refused, since there is no issuer to ask yet. */
  readonly authenticateOidc?: pulumi.Input<object | undefined>;
  /** Locally: refused, since there is no issuer to ask yet. */
  readonly authenticateCognito?: pulumi.Input<object | undefined>;
  /** Locally: refused, since there is no issuer to ask yet. */
  readonly jwtValidation?: pulumi.Input<object | undefined>;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ForwardActionConfig.html */
export interface ForwardArgs {
  /** One to five target groups, each once. A change updates in place. */
  readonly targetGroups: pulumi.Input<pulumi.Input<WeightedTargetGroupArgs>[]>;
  /**
   * Whether a client stays with the target group that it met first. A change updates in place.
   *
   * @default off
   */
  readonly stickiness?: pulumi.Input<ForwardStickinessArgs | undefined>;
}

export interface WeightedTargetGroupArgs {
  /** ARN of the target group, `targetGroup.arn`. A change updates in place. */
  readonly arn: pulumi.Input<string>;
  /**
   * Share of the requests beside the other groups' weights, 0 to 999; 0 gets none. A change updates
   * in place.
   *
   * @default 1
   */
  readonly weight?: pulumi.Input<number | undefined>;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupStickinessConfig.html */
export interface ForwardStickinessArgs {
  /**
   * Whether clients stay. A change updates in place.
   *
   * @default false
   */
  readonly enabled?: pulumi.Input<boolean | undefined>;
  /**
   * Seconds that a client stays, 1 to 604800 (7 days); required where stickiness is on. A change
   * updates in place.
   */
  readonly duration?: pulumi.Input<number | undefined>;
}

/**
 * At least one of protocol, host, port and path has to change. `#{protocol}`, `#{host}`, `#{port}`,
 * `#{path}` (without its leading slash) and `#{query}` stand for what the request had.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html
 */
export interface RedirectArgs {
  /** `HTTP_301` (permanent) or `HTTP_302` (temporary). A change updates in place. */
  readonly statusCode: pulumi.Input<string>;
  /**
   * `HTTP`, `HTTPS` or `#{protocol}`; HTTPS cannot be redirected to HTTP. A change updates in place.
   *
   * @default "#{protocol}"
   */
  readonly protocol?: pulumi.Input<string | undefined>;
  /**
   * Host of 1 to 128 characters, with `#{host}` where it is wanted. A change updates in place.
   *
   * @default "#{host}"
   */
  readonly host?: pulumi.Input<string | undefined>;
  /**
   * `1` to `65535` or `#{port}`. A change updates in place.
   *
   * Locally: a port that a listener of the load balancer has becomes that listener's local port,
   * where the host is one of the instance's own. A host elsewhere keeps the port as it is written.
   *
   * @default "#{port}"
   */
  readonly port?: pulumi.Input<string | undefined>;
  /**
   * Path of 1 to 128 characters with its leading slash, with `#{host}`, `#{port}` and `#{path}`
   * where they are wanted. A change updates in place.
   *
   * @default "/#{path}"
   */
  readonly path?: pulumi.Input<string | undefined>;
  /**
   * Query of at most 128 characters without its question mark, with any of the placeholders. A
   * change updates in place.
   *
   * @default "#{query}"
   */
  readonly query?: pulumi.Input<string | undefined>;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_FixedResponseActionConfig.html */
export interface FixedResponseArgs {
  /**
   * A status of the classes 2xx, 4xx and 5xx, as text. AWS demands it, though `aws.lb` has it as
   * optional. A change updates in place.
   */
  readonly statusCode?: pulumi.Input<string | undefined>;
  /**
   * `text/plain`, `text/css`, `text/html`, `application/javascript` or `application/json`. A change
   * updates in place.
   *
   * @default "text/plain" where there is a body
   */
  readonly contentType?: pulumi.Input<string | undefined>;
  /**
   * Body of at most 1024 bytes. A change updates in place.
   *
   * @default none
   */
  readonly messageBody?: pulumi.Input<string | undefined>;
}
