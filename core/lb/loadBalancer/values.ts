/** An Alb's arguments, resolved. */
export interface AlbValues {
  readonly name: string;
  readonly hostnames?: readonly string[];
  readonly idleTimeout?: number;
  readonly enableHttp2?: boolean;
  readonly dropInvalidHeaderFields?: boolean;
  readonly xffHeaderProcessingMode?: string;
  readonly enableXffClientPort?: boolean;
  readonly enableTlsVersionAndCipherSuiteHeaders?: boolean;
  readonly preserveHostHeader?: boolean;
  readonly clientKeepAlive?: number;
  readonly desyncMitigationMode?: string;
  readonly loadBalancerType?: string;
  readonly internal?: boolean;
  readonly ipAddressType?: string;
  readonly securityGroups?: readonly string[];
  readonly subnets?: readonly string[];
  readonly enableDeletionProtection?: boolean;
  readonly enableCrossZoneLoadBalancing?: boolean;
  readonly enableWafFailOpen?: boolean;
  readonly accessLogs?: LogsValues;
  readonly connectionLogs?: LogsValues;
  readonly catchAll?: boolean;
  readonly hostHeader?: string;
  readonly simulateSourceIp?: boolean;
  readonly quotas?: Partial<Quotas>;
  readonly tags?: Readonly<Record<string, string>>;
}

export interface LogsValues {
  readonly bucket: string;
  readonly enabled?: boolean;
  readonly prefix?: string;
}

/** How much one load balancer can have. */
export interface Quotas {
  readonly rules: number;
  readonly listeners: number;
  readonly certificates: number;
}
