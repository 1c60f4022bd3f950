/** An Alb's arguments, resolved. */
export interface AlbValues {
  readonly name: string;
  /**
   * More host names that the load balancer answers to, with AWS's wildcards `*` and `?`. No two
   * load balancers can have the same. A change updates the listeners in place.
   *
   * Locally: on AWS every name that resolves to the load balancer reaches it; here, where many
   * share one address, the names decide. Tasks reach it by those without wildcards. A redirect to one of them needs the load balancer without an
   * await in between: KECS1013 otherwise.
   *
   * @default none
   */
  readonly hostnames?: readonly string[] | undefined;
  /**
   * How long a client waits for the first byte of a target, in seconds, 1 to 4000; then it gets
   * 504. A change updates in place.
   *
   * @default 60
   */
  readonly idleTimeout?: number | undefined;
  /**
   * Whether HTTPS listeners offer HTTP/2. A change updates in place.
   *
   * @default true
   */
  readonly enableHttp2?: boolean | undefined;
  /**
   * Whether header fields are dropped if their names contain anything but letters, digits and
   * hyphens. A change updates in place.
   *
   * @default false
   */
  readonly dropInvalidHeaderFields?: boolean | undefined;
  /**
   * What happens to the X-Forwarded-For header of a client: `append` (the client's address is
   * added), `preserve` or `remove`. A change updates in place.
   *
   * @default "append"
   */
  readonly xffHeaderProcessingMode?: string | undefined;
  /**
   * Whether X-Forwarded-For also contains the client's port. A change updates in place.
   *
   * @default false
   */
  readonly enableXffClientPort?: boolean | undefined;
  /**
   * Whether targets get X-Amzn-Tls-Version and X-Amzn-Tls-Cipher-Suite. A change updates in place.
   *
   * @default false
   */
  readonly enableTlsVersionAndCipherSuiteHeaders?: boolean | undefined;
  /**
   * Whether targets see the Host header as the client sent it. A change updates in place.
   *
   * Locally: this is the default, see `hostHeader`.
   *
   * @default false
   */
  readonly preserveHostHeader?: boolean | undefined;
  /**
   * Seconds that a connection of a client may be kept, 60 to 604800. A change has no effect.
   *
   * Locally: connections are not closed.
   *
   * @default 3600
   */
  readonly clientKeepAlive?: number | undefined;
  /**
   * `monitor`, `defensive` or `strictest`. A change has no effect.
   *
   * Locally: requests are parsed strictly whatever the mode.
   *
   * @default "defensive"
   */
  readonly desyncMitigationMode?: string | undefined;
  /**
   * `application`; the other types of AWS are rejected.
   *
   * @default "application"
   */
  readonly loadBalancerType?: string | undefined;
  /**
   * Whether only the VPC can reach it. A change has no effect.
   *
   * Locally: it answers on the instance's `bindAddress` in both cases.
   *
   * @default false
   */
  readonly internal?: boolean | undefined;
  /**
   * `ipv4`, `dualstack` or `dualstack-without-public-ipv4`. A change has no effect.
   *
   * Locally: it answers only on the instance's `bindAddress`.
   *
   * @default "ipv4"
   */
  readonly ipAddressType?: string | undefined;
  /**
   * Security groups. A change has no effect.
   *
   * Locally: connections are not filtered.
   *
   * @default none
   */
  readonly securityGroups?: readonly string[] | undefined;
  /**
   * Subnets. A change has no effect, since there is no VPC here.
   *
   * @default none
   */
  readonly subnets?: readonly string[] | undefined;
  /**
   * Whether AWS refuses to delete it. A change has no effect.
   *
   * Locally: it can always be deleted.
   *
   * @default false
   */
  readonly enableDeletionProtection?: boolean | undefined;
  /**
   * Always on for an Application Load Balancer, as on AWS. A change has no effect.
   *
   * @default true
   */
  readonly enableCrossZoneLoadBalancing?: boolean | undefined;
  /**
   * Whether requests pass while AWS WAF cannot be asked. A change has no effect.
   *
   * Locally: there is no firewall to ask.
   *
   * @default false
   */
  readonly enableWafFailOpen?: boolean | undefined;
  /**
   * Access logs. A change has no effect.
   *
   * Locally: none are written.
   *
   * @default none
   */
  readonly accessLogs?: LogsValues | undefined;
  /**
   * Connection logs. A change has no effect.
   *
   * Locally: none are written.
   *
   * @default none
   */
  readonly connectionLogs?: LogsValues | undefined;
  /**
   * Whether this load balancer answers requests for hosts that no load balancer has, such as an IP
   * address. Only one load balancer of an instance can have it. A change updates the listeners in
   * place.
   *
   * Locally: AWS has no such argument; there every load balancer has an address of its own.
   *
   * @default false
   */
  readonly catchAll?: boolean | undefined;
  /**
   * The Host header that targets see: `local` as the client sent it, with the local port; `aws` as
   * AWS sends it, with the listener's port unless that is 80 or 443. A change updates in place.
   *
   * Locally: AWS has no such argument.
   *
   * @default "local"
   */
  readonly hostHeader?: string | undefined;
  /**
   * Whether the header X-Kecs-Source-Ip of a request replaces its address, for tests of source-ip
   * conditions. A change updates in place.
   *
   * Locally: AWS has no such argument.
   *
   * @default false
   */
  readonly simulateSourceIp?: boolean | undefined;
  /**
   * Quotas of this load balancer on AWS. A change updates in place.
   *
   * @default the quotas of a new AWS account
   */
  readonly quotas?: Partial<Quotas> | undefined;
  /**
   * Tags, kept in the load balancer's record. A change updates in place.
   *
   * @default none
   */
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

export interface LogsValues {
  /** Name of the S3 bucket. */
  readonly bucket: string;
  /** @default false */
  readonly enabled?: boolean | undefined;
  /** @default none */
  readonly prefix?: string | undefined;
}

/** How much one load balancer can have. */
export interface Quotas {
  /**
   * Rules of all its listeners together, default rules not counted.
   *
   * @default 100
   */
  readonly rules: number;
  /** @default 50 */
  readonly listeners: number;
  /**
   * Certificates of all its listeners together, default certificates not counted.
   *
   * @default 25
   */
  readonly certificates: number;
}
