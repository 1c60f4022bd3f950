import { SECURITY_GROUP_ID, SUBNETS, VPC_ID } from "../../../../core/ec2/network";
import { only } from "../memoryApi";
import type { Cases } from "./cases";
import { loadBalancer } from "./shop";

const OF_VPC = { Filters: [{ Name: "vpc-id", Values: [VPC_ID] }] };

/** What data sources of Terraform and look-ups of CDK ask for. */
export const NETWORK: Cases = {
  async DescribeVpcs({ ec2 }) {
    const Filters = [{ Name: "is-default", Values: ["true"] }];
    const { Vpcs } = await ec2.describeVpcs({ Filters });
    expect(only(Vpcs)).toMatchObject({ VpcId: VPC_ID, IsDefault: true, State: "available" });
  },

  async DescribeVpcAttribute({ ec2 }) {
    const Attribute = "enableDnsHostnames";
    const { EnableDnsHostnames } = await ec2.describeVpcAttribute({ VpcId: VPC_ID, Attribute });
    expect(EnableDnsHostnames).toEqual({ Value: true });
  },

  async DescribeSubnets(api) {
    const { Subnets = [] } = await api.ec2.describeSubnets(OF_VPC);
    const ids = Subnets.map(({ SubnetId = "" }) => SubnetId);
    expect(ids).toEqual(SUBNETS.map(({ id }) => id));
    const arn = await loadBalancer(api, { Subnets: ids });
    const { LoadBalancers } = await api.elb.describeLoadBalancers({ LoadBalancerArns: [arn] });
    const { AvailabilityZones = [], VpcId } = only(LoadBalancers);
    expect(VpcId).toBe(VPC_ID);
    expect(AvailabilityZones.map(({ ZoneName }) => ZoneName)).toEqual(
      Subnets.map(({ AvailabilityZone }) => AvailabilityZone),
    );
  },

  async DescribeSecurityGroups({ ec2 }) {
    const Filters = [...OF_VPC.Filters, { Name: "group-name", Values: ["default"] }];
    const { SecurityGroups } = await ec2.describeSecurityGroups({ Filters });
    expect(only(SecurityGroups)).toMatchObject({ GroupId: SECURITY_GROUP_ID, VpcId: VPC_ID });
  },

  async DescribeAvailabilityZones({ ec2 }) {
    const { AvailabilityZones = [] } = await ec2.describeAvailabilityZones({});
    expect(AvailabilityZones.map(({ ZoneName }) => ZoneName)).toEqual([
      "us-east-1a",
      "us-east-1b",
      "us-east-1c",
    ]);
  },

  async DescribeRegions({ ec2 }) {
    expect(only((await ec2.describeRegions({})).Regions).RegionName).toBe("us-east-1");
  },

  async DescribeRouteTables({ ec2 }) {
    const { RouteTables } = await ec2.describeRouteTables(OF_VPC);
    const routes = only(RouteTables).Routes ?? [];
    expect(routes.map(({ DestinationCidrBlock }) => DestinationCidrBlock)).toContain("0.0.0.0/0");
  },

  async DescribeInternetGateways({ ec2 }) {
    const { InternetGateways } = await ec2.describeInternetGateways({});
    expect(only(only(InternetGateways).Attachments).VpcId).toBe(VPC_ID);
  },

  async DescribeNetworkInterfaces({ ec2 }) {
    expect((await ec2.describeNetworkInterfaces(OF_VPC)).NetworkInterfaces).toEqual([]);
  },

  async DescribeVpnGateways({ ec2 }) {
    expect((await ec2.describeVpnGateways({})).VpnGateways).toEqual([]);
  },

  async DescribeAccountAttributes({ ec2 }) {
    const AttributeNames = ["default-vpc" as const];
    const { AccountAttributes } = await ec2.describeAccountAttributes({ AttributeNames });
    expect(only(only(AccountAttributes).AttributeValues).AttributeValue).toBe(VPC_ID);
  },
};
