import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../../core/connection";
import type {
  HealthCheckValues,
  StickinessValues,
  TargetGroupValues,
} from "../../../core/lb/targetGroup/values";
import type { InputsOf } from "../../inputs/inputsOf";

/** Arguments of a TargetGroup, shaped like those of `aws.lb.TargetGroup`. */
export interface TargetGroupArgs extends InputsOf<Omit<TargetGroupValues, "name" | "targets">> {
  /** The instance that the target group belongs to. A change replaces the target group. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * Name of the target group: 1 to 32 letters, digits and inner hyphens. A change replaces it.
   *
   * @default the component's name
   */
  readonly name?: pulumi.Input<string | undefined>;
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
export interface HealthCheckArgs extends InputsOf<HealthCheckValues> {}

/** Stickiness of clients, shaped like `stickiness` of `aws.lb.TargetGroup`. */
export interface StickinessArgs extends InputsOf<StickinessValues> {}
