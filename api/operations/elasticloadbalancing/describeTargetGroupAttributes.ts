import type {
  DescribeTargetGroupAttributesCommandInput,
  DescribeTargetGroupAttributesOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import { toAwsAttributes } from "./attributes/attributes";
import { targetGroupAttributes } from "./attributes/targetGroup";
import { targetGroupByArn } from "./lookUp";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTargetGroupAttributes.html */
export const describeTargetGroupAttributes: Operation<
  DescribeTargetGroupAttributesCommandInput,
  DescribeTargetGroupAttributesOutput
> = ({ TargetGroupArn }, world) => {
  const object = targetGroupByArn(world, TargetGroupArn);
  return { output: { Attributes: toAwsAttributes(targetGroupAttributes(object)) } };
};
