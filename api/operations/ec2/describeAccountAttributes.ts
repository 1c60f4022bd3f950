import type {
  DescribeAccountAttributesRequest,
  DescribeAccountAttributesResult,
} from "@aws-sdk/client-ec2";
import type { Operation } from "../../world/operation";
import { VPC_ID } from "../../../core/ec2/network";
import { described } from "./describe";

/** What AWS says of an account with a default VPC. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  "supported-platforms": "VPC",
  "vpc-max-security-groups-per-interface": "5",
  "max-elastic-ips": "5",
  "max-instances": "20",
  "vpc-max-elastic-ips": "5",
  "default-vpc": VPC_ID,
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeAccountAttributes.html */
export const describeAccountAttributes: Operation<
  DescribeAccountAttributesRequest,
  DescribeAccountAttributesResult
> = (input) => {
  const { AttributeNames: names = [] } = input;
  const wanted = Object.entries(ATTRIBUTES).filter(
    ([name]) => names.length === 0 || names.some((asked) => asked === name),
  );
  const AccountAttributes = described(wanted, input, {}, []).map(([AttributeName, value]) => ({
    AttributeName,
    AttributeValues: [{ AttributeValue: value }],
  }));
  return { output: { AccountAttributes } };
};
