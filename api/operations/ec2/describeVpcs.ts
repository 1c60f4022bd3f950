import type { DescribeVpcsRequest, DescribeVpcsResult, Vpc } from "@aws-sdk/client-ec2";
import type { Operation } from "../../world/operation";
import { VPC_CIDR, VPC_ID } from "../../../core/ec2/network";
import { described, notFound } from "./describe";
import type { Filterable } from "./filters";
import { DHCP_OPTIONS_ID, idLike } from "./ids";

const isDefault = (of: Vpc) => [String(of.IsDefault)];
const blocks = ({ CidrBlockAssociationSet = [] }: Vpc) => CidrBlockAssociationSet;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcs.html */
const FIELDS: Filterable<Vpc> = {
  cidr: (of) => [of.CidrBlock],
  "cidr-block-association.association-id": (of) =>
    blocks(of).map(({ AssociationId }) => AssociationId),
  "cidr-block-association.cidr-block": (of) => blocks(of).map(({ CidrBlock }) => CidrBlock),
  "cidr-block-association.state": (of) => blocks(of).map((block) => block.CidrBlockState?.State),
  "dhcp-options-id": (of) => [of.DhcpOptionsId],
  "ipv6-cidr-block-association.association-id": () => [],
  "ipv6-cidr-block-association.ipv6-cidr-block": () => [],
  "ipv6-cidr-block-association.ipv6-pool": () => [],
  "ipv6-cidr-block-association.state": () => [],
  "is-default": isDefault,
  isDefault,
  "owner-id": (of) => [of.OwnerId],
  state: (of) => [of.State],
  "vpc-id": (of) => [of.VpcId],
};

export const vpcNotFound = notFound("InvalidVpcID", "vpc ID");

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcs.html */
export const describeVpcs: Operation<DescribeVpcsRequest, DescribeVpcsResult> = (
  input,
  { connection },
) => {
  const vpc: Vpc = {
    VpcId: VPC_ID,
    CidrBlock: VPC_CIDR,
    CidrBlockAssociationSet: [
      {
        AssociationId: idLike("vpc-cidr-assoc", VPC_ID),
        CidrBlock: VPC_CIDR,
        CidrBlockState: { State: "associated" },
      },
    ],
    DhcpOptionsId: DHCP_OPTIONS_ID,
    InstanceTenancy: "default",
    IsDefault: true,
    OwnerId: connection.accountId,
    State: "available",
    Tags: [],
  };
  const byId = { names: input.VpcIds, nameOf: (of: Vpc) => of.VpcId, missing: vpcNotFound };
  return { output: { Vpcs: described([vpc], input, FIELDS, [byId]) } };
};
