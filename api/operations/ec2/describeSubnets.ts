import type { DescribeSubnetsRequest, DescribeSubnetsResult, Subnet } from "@aws-sdk/client-ec2";
import type { Operation } from "../../world/operation";
import { SUBNETS, VPC_ID, zoneId } from "../../../core/ec2/network";
import { described, notFound } from "./describe";
import type { Filterable } from "./filters";

/** Addresses of a /20, of which AWS keeps five. */
const FREE_ADDRESSES = 4096 - 5;

const availabilityZone = (of: Subnet) => [of.AvailabilityZone];
const availabilityZoneId = (of: Subnet) => [of.AvailabilityZoneId];
const cidr = (of: Subnet) => [of.CidrBlock];
const defaultForAz = (of: Subnet) => [String(of.DefaultForAz)];

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSubnets.html */
const FIELDS: Filterable<Subnet> = {
  "availability-zone": availabilityZone,
  availabilityZone,
  "availability-zone-id": availabilityZoneId,
  availabilityZoneId,
  "available-ip-address-count": (of) => [String(of.AvailableIpAddressCount)],
  cidr,
  "cidr-block": cidr,
  cidrBlock: cidr,
  "customer-owned-ipv4-pool": () => [],
  "default-for-az": defaultForAz,
  defaultForAz,
  "enable-dns64": () => ["false"],
  "enable-lni-at-device-index": () => [],
  "ipv6-cidr-block-association.association-id": () => [],
  "ipv6-cidr-block-association.ipv6-cidr-block": () => [],
  "ipv6-cidr-block-association.state": () => [],
  "ipv6-native": () => ["false"],
  "map-customer-owned-ip-on-launch": () => ["false"],
  "map-public-ip-on-launch": (of) => [String(of.MapPublicIpOnLaunch)],
  "outpost-arn": () => [],
  "owner-id": (of) => [of.OwnerId],
  "private-dns-name-options-on-launch.enable-resource-name-dns-a-record": () => ["false"],
  "private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record": () => ["false"],
  "private-dns-name-options-on-launch.hostname-type": () => ["ip-name"],
  state: (of) => [of.State],
  "subnet-arn": (of) => [of.SubnetArn],
  "subnet-id": (of) => [of.SubnetId],
  "vpc-id": (of) => [of.VpcId],
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSubnets.html */
export const describeSubnets: Operation<DescribeSubnetsRequest, DescribeSubnetsResult> = (
  input,
  { connection: { accountId }, region },
) => {
  const subnets = SUBNETS.map(({ id, zone, cidr: block }): Subnet => ({
    SubnetId: id,
    SubnetArn: `arn:aws:ec2:${region}:${accountId}:subnet/${id}`,
    VpcId: VPC_ID,
    CidrBlock: block,
    AvailabilityZone: `${region}${zone}`,
    AvailabilityZoneId: zoneId(region, zone),
    AvailableIpAddressCount: FREE_ADDRESSES,
    AssignIpv6AddressOnCreation: false,
    DefaultForAz: true,
    EnableDns64: false,
    Ipv6CidrBlockAssociationSet: [],
    Ipv6Native: false,
    MapCustomerOwnedIpOnLaunch: false,
    MapPublicIpOnLaunch: true,
    OwnerId: accountId,
    PrivateDnsNameOptionsOnLaunch: {
      HostnameType: "ip-name",
      EnableResourceNameDnsARecord: false,
      EnableResourceNameDnsAAAARecord: false,
    },
    State: "available",
    Tags: [],
  }));
  const byId = {
    names: input.SubnetIds,
    nameOf: (of: Subnet) => of.SubnetId,
    missing: notFound("InvalidSubnetID", "subnet ID"),
  };
  return { output: { Subnets: described(subnets, input, FIELDS, [byId]) } };
};
