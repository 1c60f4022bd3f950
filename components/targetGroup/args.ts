import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../outputs/contract";

/** Arguments of a TargetGroup, shaped like those of `aws.lb.TargetGroup`. */
export interface TargetGroupArgs {
  /** The instance that the target group belongs to. A change replaces the target group. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * Name of the target group: 1 to 32 letters, digits and inner hyphens. A change replaces it.
   *
   * @default the component's name
   */
  readonly name?: pulumi.Input<string>;
  /**
   * Port of the target group, 1 to 65535. A change updates in place.
   *
   * Locally: targets are tasks of ECS services, which receive requests on their container port,
   * as they do on AWS.
   *
   * @default 80
   */
  readonly port?: pulumi.Input<number>;
  /**
   * How a task shows that it is healthy. A change rolls the services of the target group.
   *
   * @default a GET of `/` on the container port
   */
  readonly healthCheck?: pulumi.Input<HealthCheckArgs>;
}

/** A health check, shaped like `healthCheck` of `aws.lb.TargetGroup`. */
export interface HealthCheckArgs {
  /**
   * Path of the request, starting with `/`, up to 1024 characters. Any status from 200 to 399 is
   * healthy.
   *
   * @default "/"
   */
  readonly path?: pulumi.Input<string>;
  /**
   * Seconds between two checks of one task, 5 to 300.
   *
   * Locally: without a value every second, so that a task joins as soon as it answers (AWS: 30).
   */
  readonly interval?: pulumi.Input<number>;
  /**
   * Seconds after which a check without an answer has failed, 2 to 120.
   *
   * @default 5
   */
  readonly timeout?: pulumi.Input<number>;
  /**
   * Failed checks in a row after which a task gets no more requests, 2 to 10.
   *
   * @default 2
   */
  readonly unhealthyThreshold?: pulumi.Input<number>;
}
