import type {
  DescribeVpnGatewaysRequest,
  DescribeVpnGatewaysResult,
  VpnGateway,
} from "@aws-sdk/client-ec2";
import type { Operation } from "../../world/operation";
import { described, notFound } from "./describe";

/**
 * None; CDK asks for them wherever it looks up a VPC.
 *
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpnGateways.html
 */
export const describeVpnGateways: Operation<
  DescribeVpnGatewaysRequest,
  DescribeVpnGatewaysResult
> = ({ VpnGatewayIds: names, DryRun }) => {
  const byId = {
    names,
    nameOf: (of: VpnGateway) => of.VpnGatewayId,
    missing: notFound("InvalidVpnGatewayID", "vpnGateway ID"),
  };
  return { output: { VpnGateways: described([], { DryRun }, {}, [byId]) } };
};
