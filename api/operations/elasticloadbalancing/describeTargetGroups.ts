import type {
  DescribeTargetGroupsCommandInput,
  DescribeTargetGroupsOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import type { AwsObject, World } from "../../world/world";
import { recordedTargetGroup } from "../../../core/lb/targetGroup/record";
import { loadBalancerByArn, targetGroups } from "./lookUp";
import { pageOf, placeOf } from "./page";
import { chosenByArn, chosenByName } from "./selection";
import { toAwsTargetGroup } from "./shapes/targetGroup";
import { loadBalancersOf } from "./targetGroupUse";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTargetGroups.html */
export const describeTargetGroups: Operation<
  DescribeTargetGroupsCommandInput,
  DescribeTargetGroupsOutput
> = (input, world) => {
  const usersOf = loadBalancersOf(world);
  const { items, next } = pageOf(chosen(input, world, usersOf), input, placeOf);
  return {
    output: {
      TargetGroups: items.map((object) => toAwsTargetGroup(object, usersOf(object.arn))),
      ...next,
    },
  };
};

function chosen(
  {
    LoadBalancerArn,
    TargetGroupArns: arns = [],
    Names: names = [],
  }: DescribeTargetGroupsCommandInput,
  world: World,
  usersOf: (arn: string) => string[],
): readonly AwsObject[] {
  const ways = [LoadBalancerArn !== undefined, arns.length > 0, names.length > 0];
  if (ways.filter((given) => given).length > 1) {
    throw new AwsError(
      "ValidationError",
      "Target group names, target group ARNs, and a load balancer ARN cannot be specified at the same time",
    );
  }
  const all = targetGroups(world);
  const missing = () => new AwsError("TargetGroupNotFound", "One or more target groups not found");
  if (LoadBalancerArn !== undefined) {
    const { arn } = loadBalancerByArn(world, LoadBalancerArn);
    return all.filter((object) => usersOf(object.arn).includes(arn));
  }
  if (arns.length > 0) return chosenByArn(all, arns, missing);
  if (names.length > 0) {
    return chosenByName(all, names, (object) => recordedTargetGroup(object).name, missing);
  }
  return all;
}
