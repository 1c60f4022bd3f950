import type {
  DescribeNetworkInterfacesRequest,
  DescribeNetworkInterfacesResult,
  NetworkInterface,
} from "@aws-sdk/client-ec2";
import type { Operation } from "../../world/operation";
import { described, notFound } from "./describe";

/**
 * None: nothing in an instance has an interface of its own. So every filter is right.
 *
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkInterfaces.html
 */
export const describeNetworkInterfaces: Operation<
  DescribeNetworkInterfacesRequest,
  DescribeNetworkInterfacesResult
> = ({ NetworkInterfaceIds: names, DryRun, NextToken }) => {
  const byId = {
    names,
    nameOf: (of: NetworkInterface) => of.NetworkInterfaceId,
    missing: notFound("InvalidNetworkInterfaceID", "networkInterface ID"),
  };
  return { output: { NetworkInterfaces: described([], { DryRun, NextToken }, {}, [byId]) } };
};
