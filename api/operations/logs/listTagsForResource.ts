import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
} from "@aws-sdk/client-cloudwatch-logs";
import type { Operation } from "../../world/operation";
import { taggedGroup, tagsOf } from "./tags";

export const listTagsForResource: Operation<
  ListTagsForResourceRequest,
  ListTagsForResourceResponse
> = ({ resourceArn = "" }, world) => ({
  output: { tags: tagsOf(taggedGroup(resourceArn, world)) },
});
