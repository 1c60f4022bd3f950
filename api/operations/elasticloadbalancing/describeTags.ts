import type {
  DescribeTagsCommandInput,
  DescribeTagsOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import { resourceOf } from "./lookUp";
import { defaultRules } from "./ownRule";
import { tagsOf, toAwsTags } from "./shapes/tags";
import { taggedByArn } from "./tagged";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTags.html */
export const describeTags: Operation<DescribeTagsCommandInput, DescribeTagsOutput> = (
  { ResourceArns = [] },
  world,
) => {
  // A default rule can be asked for, and has none.
  const defaults = defaultRules(world);
  const isDefault = (arn: string): boolean => defaults.has(resourceOf(arn));
  const others = ResourceArns.filter((arn) => !isDefault(arn));
  const objects = taggedByArn(world, others).map(({ object }) => object);
  return {
    output: {
      TagDescriptions: ResourceArns.map((arn) => {
        const object = isDefault(arn) ? undefined : objects[others.indexOf(arn)];
        return { ResourceArn: arn, Tags: object === undefined ? [] : toAwsTags(tagsOf(object)) };
      }),
    },
  };
};
