import type { DescribeVpcAttributeRequest, DescribeVpcAttributeResult } from "@aws-sdk/client-ec2";
import type { Operation } from "../../world/operation";
import { VPC_ID } from "../../../core/ec2/network";
import { described } from "./describe";
import { vpcNotFound } from "./describeVpcs";

/** The values of AWS's default VPC. */
const ATTRIBUTES: readonly (readonly [string, DescribeVpcAttributeResult])[] = [
  ["enableDnsSupport", { EnableDnsSupport: { Value: true } }],
  ["enableDnsHostnames", { EnableDnsHostnames: { Value: true } }],
  ["enableNetworkAddressUsageMetrics", { EnableNetworkAddressUsageMetrics: { Value: false } }],
];

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcAttribute.html */
export const describeVpcAttribute: Operation<
  DescribeVpcAttributeRequest,
  DescribeVpcAttributeResult
> = (input) => {
  if (input.VpcId !== VPC_ID) throw vpcNotFound(String(input.VpcId));
  const values = described(ATTRIBUTES, input, {}, []);
  const [, value] = values.find(([name]) => name === input.Attribute) ?? [];
  return { output: { VpcId: VPC_ID, ...value } };
};
