import type {
  DescribeInternetGatewaysRequest,
  DescribeInternetGatewaysResult,
  InternetGateway,
} from "@aws-sdk/client-ec2";
import type { Operation } from "../../world/operation";
import { VPC_ID } from "../../../core/ec2/network";
import { described, notFound } from "./describe";
import type { Filterable } from "./filters";
import { INTERNET_GATEWAY_ID } from "./ids";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInternetGateways.html */
const FIELDS: Filterable<InternetGateway> = {
  "attachment.state": ({ Attachments = [] }) => Attachments.map(({ State }) => State),
  "attachment.vpc-id": ({ Attachments = [] }) => Attachments.map(({ VpcId }) => VpcId),
  "internet-gateway-id": (of) => [of.InternetGatewayId],
  "owner-id": (of) => [of.OwnerId],
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInternetGateways.html */
export const describeInternetGateways: Operation<
  DescribeInternetGatewaysRequest,
  DescribeInternetGatewaysResult
> = (input, { connection }) => {
  const gateway: InternetGateway = {
    InternetGatewayId: INTERNET_GATEWAY_ID,
    Attachments: [
      // AWS's own word for it, which its model has not.
      { State: "available" as "attached", VpcId: VPC_ID },
    ],
    OwnerId: connection.accountId,
    Tags: [],
  };
  const byId = {
    names: input.InternetGatewayIds,
    nameOf: (of: InternetGateway) => of.InternetGatewayId,
    missing: notFound("InvalidInternetGatewayID", "internetGateway ID"),
  };
  return { output: { InternetGateways: described([gateway], input, FIELDS, [byId]) } };
};
