import type { TagResourceRequest, TagResourceResponse } from "@aws-sdk/client-ecs";
import type { Operation } from "../../world/operation";
import { taggedObject } from "./find/tagged";
import { putAgain } from "./put";
import { refuseOfPulumi } from "./refuse";
import { tagList, tagMap, tagsOf } from "./shapes/tags";

export const tagResource: Operation<TagResourceRequest, TagResourceResponse> = (
  { resourceArn = "", tags = [] },
  world,
) => {
  const object = taggedObject(world, resourceArn);
  refuseOfPulumi(object, `resource ${resourceArn}`);
  const all = { ...tagsOf(object), ...tagMap(tags) };
  return {
    output: {},
    changes: [putAgain(object, { attributes: { tags: tagMap(tagList(all)) } })],
  };
};
