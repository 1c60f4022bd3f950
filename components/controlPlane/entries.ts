import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../core/connection";
import type { TaskModel } from "../../core/ecs/pod/model";
import type { Quotas } from "../../core/lb/loadBalancer/values";
import type { Listener, LoadBalancerFacts, Rule, TargetGroup } from "../../core/lb/model";
import type { SettledRedirect } from "../../core/lb/listener/settledRedirect";
import type { TargetGroupValues } from "../../core/lb/targetGroup/values";
import type { ListenerPorts } from "../../core/lb/listener/model";
import type { ListenerOutputs } from "../../core/outputs/contract";

/* What the components of one program tell each other, a type for each kind of component. */

/** Hosts with wildcards that a load balancer answers to: none, some, or any host at all. */
export type Wildcards = "none" | "some" | "any";

export interface LoadBalancerEntry {
  /** How errors call it. */
  readonly path: string;
  readonly facts: pulumi.Output<LoadBalancerFacts>;
  /** Its own hosts, as far as they are plain values. */
  readonly plainHosts: readonly string[];
  /** Lets tasks reach it by one more host, unless they can already. */
  readonly nameHost: (host: string) => void;
  /** What wildcards it answers to; undefined where that has yet to resolve. */
  readonly wildcards: Wildcards | undefined;
  /** Whether its HTTPS listeners offer HTTP/2, as far as plain values say. */
  readonly http2: boolean;
  readonly quotas: Quotas;
  /** In the order in which the program made them. */
  readonly listeners: ListenerEntry[];
  /** The certificates that its listeners have beside their own, by what added them. */
  readonly addedCertificates: string[];
}

export interface ListenerEntry {
  /** How errors call it. */
  readonly path: string;
  /** The load balancer, where this program made it too. */
  readonly parent: LoadBalancerEntry | undefined;
  readonly connection: pulumi.Output<Connection>;
  readonly loadBalancer: pulumi.Output<LoadBalancerFacts>;
  /** Without its rules. */
  readonly listener: pulumi.Output<Listener>;
  readonly outputs: pulumi.Output<ListenerOutputs>;
  /** As far as its arguments tell. */
  readonly protocol: "HTTP" | "HTTPS";
  /** Whether it has TLS options, and so no wildcard hosts but its load balancer's. */
  readonly hasTlsOption: boolean;
  /** Its port and local port, where they are plain values. */
  readonly ports: ListenerPorts;
  readonly rules: RuleEntry[];
  /** Whether its routes have been made: rules can add no more hosts to them. */
  readonly isSettled: () => boolean;
}

/** A listener that the program gives to a load balancer of another stack. */
export interface SiblingEntry {
  readonly loadBalancerArn: pulumi.Input<string>;
  readonly ports: ListenerPorts;
}

export interface RuleEntry {
  /** How errors call it. */
  readonly path: string;
  readonly rule: pulumi.Output<Rule>;
  /** Host names of its conditions, where they are plain values. */
  readonly hosts: readonly string[];
}

/** A redirect with the load balancer of its listener, where this program made it too. */
export interface RedirectEntry extends SettledRedirect {
  readonly parent: LoadBalancerEntry | undefined;
}

export interface TargetGroupEntry {
  readonly model: TargetGroup;
  readonly values: TargetGroupValues;
}

export interface TaskDefinitionEntry {
  readonly model: TaskModel;
  /**
   * Changes whenever a secret value does, without telling it; empty where there are no secrets.
   * A pod template carries it, so that new values reach the tasks.
   */
  readonly secretsVersion: pulumi.Output<string>;
  /** The secret values themselves, to be struck out of whatever is shown; never put out. */
  readonly secretValues: readonly string[];
}

export interface CertificateEntry {
  readonly secretName: string;
  /** The host names that it stands for. */
  readonly names: readonly string[];
}

export interface TrustStoreEntry {
  readonly secretName: string;
}

export interface NamespaceEntry {
  readonly name: string;
  /** Whether its services are found by DNS alone, or only by Service Connect. */
  readonly kind: "dns" | "http";
}

export interface ClusterEntry {
  /** The namespace of services that enable Service Connect and name none. */
  readonly namespace: string | undefined;
}

export interface InstanceEntry {
  /** Those of every component that lives in it. */
  readonly options: pulumi.ComponentResourceOptions;
  /** Which creation of its cluster it is going to have. */
  readonly clusterIdentifier: pulumi.Output<string>;
  /** The folders of this machine that it shares. */
  readonly hostPaths: readonly string[];
}

/** A Kubernetes object, whatever its kind: what all of the provider's classes have. */
export interface KubernetesResource extends pulumi.Resource {
  readonly kind: pulumi.Output<string>;
  readonly metadata: pulumi.Output<{
    readonly name: string;
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly uid?: string;
  }>;
}
