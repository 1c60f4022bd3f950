import type { Connection } from "../connection";
import type { PortsOutputs } from "../ports/portsOutputs";
import type { LoadBalancer } from "../lb/model";

/**
 * The outputs of a KECS stack, version 1. Other projects and the `kecs` command read exactly this;
 * within a version fields are only added.
 */
export interface KecsOutputs {
  readonly outputsVersion: 1;
  /** The instance's name, such as `myapp`. */
  readonly instance: string;
  /** Plain data that assigns components of other stacks to the instance. */
  readonly connection: Connection;
  /** The kubeconfig's context, such as `k3d-kecs-myapp`. */
  readonly context: string;
  /** Credentials of the cluster, YAML. A Pulumi secret: never shown without being asked for. */
  readonly kubeconfig: string;
  /** Which local port leads to which NodePort. */
  readonly ports: PortsOutputs;
  /** Every load balancer of the stack, by its name. */
  readonly albs: Readonly<Record<string, AlbOutputs>>;
  /** Every listener's URL, by `<load balancer>:<listener port>`. */
  readonly urls: Readonly<Record<string, string>>;
}

export interface AlbOutputs {
  readonly name: string;
  readonly arn: string;
  /** The name that AWS would give it, `<name>.elb.amazonaws.com`; the Host header to send. */
  readonly dnsName: string;
  /** Every host name that the load balancer answers to. */
  readonly hosts: readonly string[];
  /** In ascending order of the listener port. */
  readonly listeners: readonly ListenerOutputs[];
  /**
   * Everything that decides about a request; `kecs explain` reads it. Absent where an earlier KECS
   * wrote the outputs.
   */
  readonly routing?: LoadBalancer;
}

export interface ListenerOutputs {
  readonly arn: string;
  readonly port: number;
  readonly protocol: "HTTP" | "HTTPS";
  readonly localPort: number;
  /** Works as it is printed, in a browser and in curl. */
  readonly url: string;
  /** `host:port` to connect to. */
  readonly address: string;
  /** The Host header that leads to this load balancer. */
  readonly hostHeader: string;
  /** A command line for a shell that asks this listener for `/`. */
  readonly curl: string;
  /** ARNs of the target groups that the default action forwards to. */
  readonly targetGroups: readonly string[];
  /** `<project>/<stack>` that made it; absent where the outputs of a stack say of its own. */
  readonly stack?: string;
}
