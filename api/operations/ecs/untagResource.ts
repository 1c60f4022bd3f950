import type { UntagResourceRequest, UntagResourceResponse } from "@aws-sdk/client-ecs";
import type { Operation } from "../../world/operation";
import { taggedObject } from "./find/tagged";
import { putAgain, without } from "./put";
import { refuseOfPulumi } from "./refuse";
import { tagsOf } from "./shapes/tags";

export const untagResource: Operation<UntagResourceRequest, UntagResourceResponse> = (
  { resourceArn = "", tagKeys = [] },
  world,
) => {
  const object = taggedObject(world, resourceArn);
  refuseOfPulumi(object, `resource ${resourceArn}`);
  const tags = without(tagsOf(object), ...tagKeys);
  return { output: {}, changes: [putAgain(object, { attributes: { tags } })] };
};
