import type { Operations } from "../../world/operation";
import { describeAccountAttributes } from "./describeAccountAttributes";
import { describeAvailabilityZones } from "./describeAvailabilityZones";
import { describeInternetGateways } from "./describeInternetGateways";
import { describeNetworkInterfaces } from "./describeNetworkInterfaces";
import { describeRegions } from "./describeRegions";
import { describeRouteTables } from "./describeRouteTables";
import { describeSecurityGroups } from "./describeSecurityGroups";
import { describeSubnets } from "./describeSubnets";
import { describeVpcAttribute } from "./describeVpcAttribute";
import { describeVpcs } from "./describeVpcs";
import { describeVpnGateways } from "./describeVpnGateways";

/** What Terraform's data sources and CDK's look-ups ask of EC2 beside load balancers and services. */
export const operations: Operations = {
  DescribeAccountAttributes: describeAccountAttributes,
  DescribeAvailabilityZones: describeAvailabilityZones,
  DescribeInternetGateways: describeInternetGateways,
  DescribeNetworkInterfaces: describeNetworkInterfaces,
  DescribeRegions: describeRegions,
  DescribeRouteTables: describeRouteTables,
  DescribeSecurityGroups: describeSecurityGroups,
  DescribeSubnets: describeSubnets,
  DescribeVpcAttribute: describeVpcAttribute,
  DescribeVpcs: describeVpcs,
  DescribeVpnGateways: describeVpnGateways,
};
