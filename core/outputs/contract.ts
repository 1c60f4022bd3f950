import type { LoadBalancer } from "../lb/model";

/**
 * What a KECS stack puts out, version 1. Other projects and the `kecs` command read exactly this;
 * within a version fields are only added.
 */
export interface KecsOutputs {
  readonly outputsVersion: 1;
  /** The instance's name, such as `myapp`. */
  readonly instance: string;
  /** Plain data by which components of other stacks join the instance. */
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

/** How to reach an instance: plain data, no credentials. */
export interface Connection {
  readonly instance: string;
  /** k3d's name of the cluster, `kecs-<instance>`. */
  readonly cluster: string;
  readonly context: string;
  /** The address that the local ports are bound to. */
  readonly bindAddress: string;
  readonly httpPort: number;
  readonly httpsPort: number;
  /** First port of the custom range; 0 where the instance has none. */
  readonly rangeStart: number;
  /** Last port of the custom range; 0 where the instance has none. */
  readonly rangeEnd: number;
  /** The region in the ARNs. */
  readonly region: string;
  /** The account in the ARNs. */
  readonly accountId: string;
  /** The image that every node has; absent where an earlier KECS made the instance. */
  readonly traefikImage?: string;
  /**
   * Folders of this machine that tasks may mount, sorted; absent where an earlier KECS made the
   * instance: then tasks can mount none.
   */
  readonly hostPaths?: readonly string[];
  /**
   * Whether the instance's load balancer checks targets; absent where an earlier KECS made the
   * instance: then no service can join a target group before the instance is updated.
   */
  readonly checksTargets?: boolean;
}

/** Which local port leads to which NodePort, on one screen. */
export interface PortsOutputs {
  readonly bindAddress: string;
  readonly http: PortPair;
  readonly https: PortPair;
  /** Absent where the instance has no custom range. */
  readonly range?: {
    readonly start: number;
    readonly end: number;
    /** NodePort of the first local port; the others follow, but for those in `moved`. */
    readonly nodePort: number;
    /** Local ports whose NodePort does not follow, since it belongs to HTTP. */
    readonly moved: readonly PortPair[];
  };
}

export interface PortPair {
  readonly localPort: number;
  readonly nodePort: number;
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
}
