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
  /** The image that every node has; absent where an earlier version of KECS made the instance. */
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
