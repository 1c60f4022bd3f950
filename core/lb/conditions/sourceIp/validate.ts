import { isIPv4, isIPv6 } from "node:net";
import { problem, type Issue } from "../../../validate";

/**
 * One network in CIDR notation.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SourceIpConditionConfig.html
 */
export function validateSourceIp(value: string, path: string): Issue[] {
  if (value === "255.255.255.255/32") {
    return [
      problem(
        "KECS1018",
        path,
        `"${value}" is the one network that AWS refuses`,
        "name the network that clients come from",
      ),
    ];
  }
  if (isNetwork(value)) return [];
  return [
    problem(
      "KECS1018",
      path,
      `${JSON.stringify(value)} is not a network in CIDR notation, IPv4 or IPv6, without wildcards`,
      'write it as "10.0.0.0/8" or "2001:db8::/32", and one address as "10.0.0.1/32"',
    ),
  ];
}

/** Whom a source-ip condition sees. */
export function clientsDoNotArrive(path: string): Issue {
  return {
    ...problem(
      "KECS1013",
      path,
      "the addresses of clients do not get here: every request comes from 10.42.0.1, the cluster's own address",
      "set simulateSourceIp of the load balancer and send X-Kecs-Source-Ip to test the rule",
    ),
    severity: "warning",
  };
}

function isNetwork(value: string): boolean {
  const [, address = "", bits = ""] = /^([0-9A-Fa-f:.]+)\/(0|[1-9]\d{0,2})$/.exec(value) ?? [];
  if (isIPv4(address)) return Number(bits) <= 32;
  return isIPv6(address) && Number(bits) <= 128;
}
