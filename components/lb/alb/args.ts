import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../../core/connection";
import type { AlbValues, LogsValues, Quotas } from "../../../core/lb/loadBalancer/values";
import type { InputsOf } from "../../inputs/inputsOf";

/** Arguments of an Alb, shaped like those of `aws.lb.LoadBalancer`. */
export interface AlbArgs extends InputsOf<Omit<AlbValues, "name">> {
  /** The instance that the load balancer belongs to. A change replaces the load balancer. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * Name of the load balancer: 1 to 32 letters, digits and inner hyphens. It decides the host names
   * `<name>.elb.localhost` and `<name>.elb.amazonaws.com`. A change replaces the load balancer.
   *
   * @default the component's name
   */
  readonly name?: pulumi.Input<string | undefined>;
}

/** Logs, shaped like `accessLogs` of `aws.lb.LoadBalancer`. */
export interface LogsArgs extends InputsOf<LogsValues> {}

/**
 * The adjustable quotas of one load balancer.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
 */
export interface QuotasArgs extends InputsOf<Partial<Quotas>> {}
