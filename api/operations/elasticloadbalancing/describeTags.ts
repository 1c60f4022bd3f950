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
  const defaults = defaultRules(world);
  return {
    output: {
      TagDescriptions: ResourceArns.flatMap((arn) => {
        if (defaults.has(resourceOf(arn))) return [{ ResourceArn: arn, Tags: [] }];
        return taggedByArn(world, [arn]).map(({ object }) => ({
          ResourceArn: arn,
          Tags: toAwsTags(tagsOf(object)),
        }));
      }),
    },
  };
};
