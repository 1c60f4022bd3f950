import type { TagResourceRequest } from "@aws-sdk/client-cloudwatch-logs";
import type { Operation } from "../../world/operation";
import { changedGroup } from "./groups";
import { taggedGroup, tagsOf, validTags } from "./tags";

export const tagResource: Operation<TagResourceRequest, object> = (
  { resourceArn = "", tags = {} },
  world,
) => {
  const group = taggedGroup(resourceArn, world);
  const all = validTags({ ...tagsOf(group), ...tags });
  return { output: {}, changes: [changedGroup(group, { tags: all })] };
};
