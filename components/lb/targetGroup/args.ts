import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../../core/connection";

/** Arguments of a TargetGroup, shaped like those of `aws.lb.TargetGroup`. */
export interface TargetGroupArgs {
  /** The instance that the target group belongs to. A change replaces the target group. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * Name of the target group: 1 to 32 letters, digits and inner hyphens. A change replaces it.
   *
   * @default the component's name
   */
  readonly name?: pulumi.Input<string | undefined>;
  /**
   * Port of the target group, 1 to 65535. A change updates in place.
   *
   * Locally: tasks of ECS services receive requests on their container port, as they do on AWS,
   * and the `targets` on the port that they name.
   *
   * @default 80
   */
  readonly port?: pulumi.Input<number | undefined>;
  /**
   * Protocol of the targets: `HTTP` or `HTTPS`, whose certificates are not verified, as on AWS. A
   * change updates in place.
   *
   * @default "HTTP"
   */
  readonly protocol?: pulumi.Input<string | undefined>;
  /**
   * Protocol version of requests to the targets: `HTTP1`, `HTTP2` or `GRPC`. A change updates in
   * place, and updates the services of the target group if their check changes.
   *
   * @default "HTTP1"
   */
  readonly protocolVersion?: pulumi.Input<string | undefined>;
  /**
   * Type of the targets: `ip`, addresses and ports, including tasks of ECS services.
   *
   * Locally: `instance`, `lambda` and `alb` are rejected (on AWS `instance` is the default).
   *
   * @default "ip"
   */
  readonly targetType?: pulumi.Input<string | undefined>;
  /**
   * Health check of the tasks. A change applies to running tasks; a change of a check that
   * Kubernetes does, or of `enabled`, updates the services of the target group.
   *
   * Locally: the `targets` are not checked. A task is checked at once, and then every second unless
   * `interval` is set.
   *
   * @default a GET of `/` on the container port
   */
  readonly healthCheck?: pulumi.Input<HealthCheckArgs | undefined>;
  /**
   * Whether a client stays with the target that answered it first. A change updates in place.
   *
   * @default no stickiness
   */
  readonly stickiness?: pulumi.Input<StickinessArgs | undefined>;
  /**
   * How a target is chosen: `round_robin`, `least_outstanding_requests` or `weighted_random`. A
   * change updates in place.
   *
   * Locally: `least_outstanding_requests` takes the less busy of two random targets, and
   * `weighted_random` takes turns like `round_robin`.
   *
   * @default "round_robin"
   */
  readonly loadBalancingAlgorithmType?: pulumi.Input<string | undefined>;
  /**
   * Seconds in which the share of a new target grows: 30 to 900, or 0 for its whole share at once.
   * AWS refuses it together with `least_outstanding_requests`.
   *
   * Locally: without effect; KECS warns.
   *
   * @default 0
   */
  readonly slowStart?: pulumi.Input<number | undefined>;
  /**
   * Seconds that requests in flight have to finish on a task that stops, 0 to 3600. A change
   * updates the services of the target group.
   *
   * Locally: a task gets its stop signal two seconds after its last request, and is killed after
   * the longest delay of its target groups, at least 30 seconds, the default of ECS, and at most
   * 120, the maximum of Fargate.
   *
   * @default 300 on AWS; here 30
   */
  readonly deregistrationDelay?: pulumi.Input<number | undefined>;
  /**
   * Whether unusual targets get fewer requests: `on` or `off`.
   *
   * Locally: `on` is without effect; KECS warns.
   *
   * @default "off"
   */
  readonly loadBalancingAnomalyMitigation?: pulumi.Input<string | undefined>;
  /**
   * `true`, `false` or `use_load_balancer_configuration`.
   *
   * Locally: kept in the record; one machine is one zone.
   */
  readonly loadBalancingCrossZoneEnabled?: pulumi.Input<string | undefined>;
  /** Locally: kept in the record; an instance is one network. */
  readonly vpcId?: pulumi.Input<string | undefined>;
  /**
   * `ipv4` or `ipv6`.
   *
   * Locally: targets have IPv4 addresses; KECS warns of `ipv6`.
   *
   * @default "ipv4"
   */
  readonly ipAddressType?: pulumi.Input<string | undefined>;
  /**
   * Tags, kept in the target group's record. A change updates in place.
   *
   * @default none
   */
  readonly tags?: pulumi.Input<Record<string, pulumi.Input<string>> | undefined>;
  /**
   * Processes in the target group, in addition to tasks of ECS services, each as `host:port`:
   * `localhost:3000` is port 3000 of this machine, where the process must listen on all addresses
   * (0.0.0.0), not on 127.0.0.1 alone; `192.168.1.5:3000` is another machine of the network. Plain
   * strings, since each one is a resource of its own. A change adds or removes targets in place.
   *
   * Locally: instead of `aws.lb.TargetGroupAttachment`, one for each machine. These targets are not
   * checked: a target that does not answer keeps its share, and its requests get 502.
   *
   * @default none
   */
  readonly targets?: readonly string[];
}

/** A health check, shaped like `healthCheck` of `aws.lb.TargetGroup`. */
export interface HealthCheckArgs {
  /**
   * Whether tasks are checked.
   *
   * Locally: `false` makes a task healthy as soon as it runs. AWS has this for Lambda functions
   * only; KECS warns.
   *
   * @default true
   */
  readonly enabled?: pulumi.Input<boolean | undefined>;
  /**
   * Path of the request, starting with `/`, up to 1024 characters; for a GRPC target group
   * `/package.service/method`.
   *
   * Locally: for a GRPC target group only `/grpc.health.v1.Health/Check` is checked; with another
   * path a task is healthy while it accepts connections, like every task of an HTTP2 target group
   * that is checked over `HTTP`.
   *
   * @default "/", and "/AWS.ALB/healthcheck" for a GRPC target group
   */
  readonly path?: pulumi.Input<string | undefined>;
  /**
   * Port of the check: `traffic-port` for the one that receives the requests, or 1 to 65535.
   *
   * @default "traffic-port"
   */
  readonly port?: pulumi.Input<string | number | undefined>;
  /**
   * Protocol of the check: `HTTP` or `HTTPS`.
   *
   * @default "HTTP", also where the target group's protocol is HTTPS
   */
  readonly protocol?: pulumi.Input<string | undefined>;
  /**
   * Codes of a healthy task: numbers and ranges, `200`, `200-299` or `200,302`, from 200 to 499;
   * for a GRPC target group from 0 to 99.
   *
   * Locally: exact for HTTP and HTTPS. See `path` for GRPC and HTTP2 target groups; KECS warns of a
   * difference.
   *
   * @default "200", and "12" for a GRPC target group
   */
  readonly matcher?: pulumi.Input<string | undefined>;
  /**
   * Seconds between two checks of one task, 5 to 300.
   *
   * Locally: every second by default, so that a task gets requests as soon as it answers (AWS: 30).
   */
  readonly interval?: pulumi.Input<number | undefined>;
  /**
   * Seconds after which a check without an answer has failed, 2 to 120, below the interval.
   *
   * @default 5
   */
  readonly timeout?: pulumi.Input<number | undefined>;
  /**
   * Good checks in a row after which an unhealthy target gets requests again, 2 to 10.
   *
   * Locally: always one for a GRPC target group, or an HTTP2 one that is checked over `HTTP`.
   *
   * @default 5
   */
  readonly healthyThreshold?: pulumi.Input<number | undefined>;
  /**
   * Failed checks in a row after which a task gets no more requests, 2 to 10.
   *
   * @default 2
   */
  readonly unhealthyThreshold?: pulumi.Input<number | undefined>;
}

/** Stickiness of clients, shaped like `stickiness` of `aws.lb.TargetGroup`. */
export interface StickinessArgs {
  /**
   * `lb_cookie`: by a cookie of the load balancer, `AWSALB`. `app_cookie`: by one of the
   * application. `source_ip` belongs to Network Load Balancers and is rejected.
   *
   * Locally: `app_cookie` is sticky from the first answer on, by a cookie `AWSALBAPP-0`, without
   * waiting for the application's cookie.
   */
  readonly type: pulumi.Input<string>;
  /** @default true */
  readonly enabled?: pulumi.Input<boolean | undefined>;
  /**
   * Seconds that a client stays with its target, 1 to 604800.
   *
   * Locally: counted from the first answer; on AWS each answer restarts the time.
   *
   * @default 86400
   */
  readonly cookieDuration?: pulumi.Input<number | undefined>;
  /** Name of the application's cookie; `app_cookie` needs it. */
  readonly cookieName?: pulumi.Input<string | undefined>;
}
