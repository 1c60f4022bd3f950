import type { UntagResourceRequest } from "@aws-sdk/client-cloudwatch-logs";
import type { Operation } from "../../world/operation";
import { changedGroup } from "./groups";
import { taggedGroup, tagsOf } from "./tags";

export const untagResource: Operation<UntagResourceRequest, object> = (
  { resourceArn = "", tagKeys = [] },
  world,
) => {
  const group = taggedGroup(resourceArn, world);
  if (group.record === undefined) return { output: {}, changes: [] };
  const kept = Object.entries(tagsOf(group)).filter(([key]) => !tagKeys.includes(key));
  return { output: {}, changes: [changedGroup(group, { tags: Object.fromEntries(kept) })] };
};
