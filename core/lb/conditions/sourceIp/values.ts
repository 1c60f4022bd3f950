import type { ListValues } from "../patternValues";

export interface SourceIpField {
  /**
   * Networks that the request comes from, in CIDR notation, IPv4 or IPv6.
   *
   * Locally: every request comes from the cluster's own address, since the addresses of clients
   * do not get there; `simulateSourceIp` of the load balancer lets a header stand in for it.
   */
  readonly sourceIp?: ListValues | undefined;
}

export interface SourceIpCondition {
  readonly field: "source-ip";
  readonly values: readonly string[];
}
