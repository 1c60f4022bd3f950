export interface ActionValues {
  /**
   * `forward`, `redirect` or `fixed-response`. A change updates in place.
   *
   * Locally: `authenticate-oidc`, `authenticate-cognito` and `jwt-validation` are refused, since
   * there is no issuer to ask yet.
   */
  readonly type: string;
  /**
   * Place among several actions, 1 to 50000; the lowest goes first. A change updates in place.
   *
   * @default the action's position in the list, from 1
   */
  readonly order?: number | undefined;
  /**
   * ARN of the one target group to forward to, `targetGroup.arn`: the short form of `forward`. A
   * change updates in place.
   */
  readonly targetGroupArn?: string | undefined;
  /** Where to forward to, for type `forward`. A change updates in place. */
  readonly forward?: ForwardValues | undefined;
  /** Where to send the client, for type `redirect`. A change updates in place. */
  readonly redirect?: RedirectValues | undefined;
  /** What to answer, for type `fixed-response`. A change updates in place. */
  readonly fixedResponse?: FixedResponseValues | undefined;
  /** Locally: refused, since there is no issuer to ask yet. */
  readonly authenticateOidc?: object | undefined;
  /** Locally: refused, since there is no issuer to ask yet. */
  readonly authenticateCognito?: object | undefined;
  /** Locally: refused, since there is no issuer to ask yet. */
  readonly jwtValidation?: object | undefined;
}

export interface ForwardValues {
  /** One to five target groups, each once. A change updates in place. */
  readonly targetGroups: readonly WeightedTargetGroupValues[];
  /**
   * Whether a client stays with the target group that it met first. A change updates in place.
   *
   * @default off
   */
  readonly stickiness?: ForwardStickinessValues | undefined;
}

export interface WeightedTargetGroupValues {
  /** ARN of the target group, `targetGroup.arn`. A change updates in place. */
  readonly arn: string;
  /**
   * Share of the requests beside the other groups' weights, 0 to 999; 0 gets none. A change updates
   * in place.
   *
   * @default 1
   */
  readonly weight?: number | undefined;
}

export interface ForwardStickinessValues {
  /**
   * Whether clients stay. A change updates in place.
   *
   * @default false
   */
  readonly enabled?: boolean | undefined;
  /**
   * Seconds that a client stays, 1 to 604800 (7 days); required where stickiness is on. A change
   * updates in place.
   */
  readonly duration?: number | undefined;
}

export interface RedirectValues {
  /** `HTTP_301` (permanent) or `HTTP_302` (temporary). A change updates in place. */
  readonly statusCode: string;
  /**
   * `HTTP`, `HTTPS` or `#{protocol}`; HTTPS cannot be redirected to HTTP. A change updates in place.
   *
   * @default "#{protocol}"
   */
  readonly protocol?: string | undefined;
  /**
   * Host of 1 to 128 characters, with `#{host}` where it is wanted. A change updates in place.
   *
   * @default "#{host}"
   */
  readonly host?: string | undefined;
  /**
   * `1` to `65535` or `#{port}`. A change updates in place.
   *
   * Locally: a port that a listener of the load balancer has becomes that listener's local port,
   * where the host is one of the instance's own. A host elsewhere keeps the port as it is written.
   *
   * @default "#{port}"
   */
  readonly port?: string | undefined;
  /**
   * Path of 1 to 128 characters with its leading slash, with `#{host}`, `#{port}` and `#{path}`
   * where they are wanted. A change updates in place.
   *
   * @default "/#{path}"
   */
  readonly path?: string | undefined;
  /**
   * Query of at most 128 characters without its question mark, with any of the placeholders. A
   * change updates in place.
   *
   * @default "#{query}"
   */
  readonly query?: string | undefined;
}

export interface FixedResponseValues {
  /**
   * A status of the classes 2xx, 4xx and 5xx, as text. AWS demands it, though `aws.lb` has it as
   * optional. A change updates in place.
   */
  readonly statusCode?: string | undefined;
  /**
   * `text/plain`, `text/css`, `text/html`, `application/javascript` or `application/json`. A change
   * updates in place.
   *
   * @default "text/plain" where there is a body
   */
  readonly contentType?: string | undefined;
  /**
   * Body of at most 1024 bytes. A change updates in place.
   *
   * @default none
   */
  readonly messageBody?: string | undefined;
}
