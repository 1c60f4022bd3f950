import type {
  DescribeLoadBalancerAttributesCommandInput,
  DescribeLoadBalancerAttributesOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import { toAwsAttributes } from "./attributes/attributes";
import { loadBalancerAttributes, shownAttributes } from "./attributes/loadBalancer";
import { loadBalancerByArn } from "./lookUp";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeLoadBalancerAttributes.html */
export const describeLoadBalancerAttributes: Operation<
  DescribeLoadBalancerAttributesCommandInput,
  DescribeLoadBalancerAttributesOutput
> = ({ LoadBalancerArn }, world) => {
  const object = loadBalancerByArn(world, LoadBalancerArn);
  const attributes = shownAttributes(loadBalancerAttributes(object));
  return { output: { Attributes: toAwsAttributes(attributes) } };
};
