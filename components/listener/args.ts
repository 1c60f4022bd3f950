import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../outputs/contract";

/** Arguments of a Listener, shaped like those of `aws.lb.Listener`. */
export interface ListenerArgs {
  /** The instance that the load balancer belongs to. A change replaces the listener. */
  readonly connection: pulumi.Input<Connection>;
  /** ARN of the load balancer, `alb.arn`. A change replaces the listener. */
  readonly loadBalancerArn: pulumi.Input<string>;
  /**
   * Port of the listener on AWS, 1 to 65535. A change replaces the listener.
   *
   * Locally: 80 answers on the instance's `httpPort` and 443 on its `httpsPort`. A port inside of
   * the custom range answers on itself, any other one on `start + (port mod width)` of the range.
   */
  readonly port: pulumi.Input<number>;
  /**
   * `HTTP` or `HTTPS`. A change updates in place.
   *
   * Locally: HTTPS answers with a certificate that Traefik makes for itself.
   *
   * @default "HTTPS" on port 443, else "HTTP"
   */
  readonly protocol?: pulumi.Input<string>;
  /**
   * The local port to answer on, one of those that the instance publishes, in the place of the one
   * that the rule for `port` gives. A change updates in place.
   *
   * Locally: AWS has no such argument.
   */
  readonly localPort?: pulumi.Input<number>;
  /** What to do with a request: exactly one action, of type `forward`. A change updates in place. */
  readonly defaultActions: pulumi.Input<pulumi.Input<ActionArgs>[]>;
}

/** An action, shaped like one of `defaultActions` of `aws.lb.Listener`. */
export interface ActionArgs {
  /** `forward`; the other types of AWS are refused for now. */
  readonly type: pulumi.Input<string>;
  /** ARN of the target group to forward to, `targetGroup.arn`. */
  readonly targetGroupArn: pulumi.Input<string>;
}
