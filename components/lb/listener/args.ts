import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../../core/connection";
import type { ListenerValues, MutualAuthenticationValues } from "../../../core/lb/listener/values";
import type { InputsOf } from "../../inputs/inputsOf";

/** Arguments of a Listener, shaped like those of `aws.lb.Listener`. */
export interface ListenerArgs extends InputsOf<ListenerValues> {
  /** The instance that the load balancer belongs to. A change replaces the listener. */
  readonly connection: pulumi.Input<Connection>;
}

/**
 * Mutual TLS, shaped like `mutualAuthentication` of `aws.lb.Listener`.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_MutualAuthenticationAttributes.html
 */
export interface MutualAuthenticationArgs extends InputsOf<MutualAuthenticationValues> {}
