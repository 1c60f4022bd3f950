import type { Leniency } from "../../world/leniency";

/** Every leniency of EC2; the pages about this API print them. */
export const LENIENCIES: readonly Leniency[] = [
  {
    operations: ["DescribeVpcs", "DescribeSubnets", "DescribeSecurityGroups"],
    what: "the network",
    aws: "as the account made it",
    here: "one default VPC, 172.31.0.0/16, a subnet in each of the zones a, b and c of the caller's region, and the default security group; the same in every instance, and nothing filters requests",
  },
  {
    operations: ["DescribeNetworkInterfaces", "DescribeVpnGateways"],
    what: "network interfaces, VPN gateways",
    aws: "those of load balancers, tasks and others",
    here: "none; every filter is taken",
  },
  {
    operations: ["DescribeRegions"],
    what: "regions",
    aws: "those of the account",
    here: "the caller's alone",
  },
  {
    operations: ["DescribeVpcs", "DescribeSubnets", "DescribeSecurityGroups"],
    what: "tags",
    aws: "as they were given",
    here: "there are none, so that a filter on tags finds nothing",
  },
];
