import type { ListTagsForResourceRequest, ListTagsForResourceResponse } from "@aws-sdk/client-ecs";
import type { Operation } from "../../world/operation";
import { taggedObject } from "./find/tagged";
import { tagList, tagsOf } from "./shapes/tags";

export const listTagsForResource: Operation<
  ListTagsForResourceRequest,
  ListTagsForResourceResponse
> = ({ resourceArn = "" }, world) => ({
  output: { tags: tagList(tagsOf(taggedObject(world, resourceArn))) },
});
