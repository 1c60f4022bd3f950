import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../outputs/contract";

/** Arguments of an Alb, shaped like those of `aws.lb.LoadBalancer`. */
export interface AlbArgs {
  /** The instance that the load balancer belongs to. A change replaces the load balancer. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * Name of the load balancer: 1 to 32 letters, digits and inner hyphens. It makes the host names
   * `<name>.elb.localhost` and `<name>.elb.amazonaws.com`. A change replaces the load balancer.
   *
   * @default the component's name
   */
  readonly name?: pulumi.Input<string>;
  /**
   * More host names that the load balancer answers to, with AWS's wildcards `*` and `?`. No two
   * load balancers can have the same. A change updates the listeners in place.
   *
   * Locally: on AWS every name that resolves to the load balancer reaches it; here, where many
   * share one address, the names decide.
   *
   * @default none
   */
  readonly hostnames?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * How long a target may keep a client waiting for the first byte, in seconds, 1 to 4000; then
   * the client gets 504. A change updates in place.
   *
   * @default 60
   */
  readonly idleTimeout?: pulumi.Input<number>;
  /**
   * Tags, kept in the load balancer's record. A change updates in place.
   *
   * @default none
   */
  readonly tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
