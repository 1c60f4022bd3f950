import type {
  DescribeLoadBalancersCommandInput,
  DescribeLoadBalancersOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import type { AwsObject } from "../../world/world";
import { recordedLoadBalancer } from "../../../core/lb/loadBalancer/record";
import { loadBalancers } from "./lookUp";
import { pageOf, placeOf } from "./page";
import { chosenByArn, chosenByName } from "./selection";
import { toAwsLoadBalancer } from "./shapes/loadBalancer";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeLoadBalancers.html */
export const describeLoadBalancers: Operation<
  DescribeLoadBalancersCommandInput,
  DescribeLoadBalancersOutput
> = (input, world) => {
  const { items, next } = pageOf(chosen(input, loadBalancers(world)), input, placeOf);
  return {
    output: { LoadBalancers: items.map((object) => toAwsLoadBalancer(object, world)), ...next },
  };
};

function chosen(
  { LoadBalancerArns: arns = [], Names: names = [] }: DescribeLoadBalancersCommandInput,
  all: readonly AwsObject[],
): readonly AwsObject[] {
  if (arns.length > 0 && names.length > 0) {
    throw new AwsError(
      "ValidationError",
      "Load balancer names and load balancer ARNs cannot be specified at the same time",
    );
  }
  const missing = (wanted: readonly string[]) =>
    new AwsError("LoadBalancerNotFound", `Load balancers '[${wanted.join(", ")}]' not found`);
  if (arns.length > 0) return chosenByArn(all, arns, missing);
  if (names.length > 0) {
    return chosenByName(all, names, (object) => recordedLoadBalancer(object).name, missing);
  }
  return all;
}
