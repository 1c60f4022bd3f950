import type { ListTagsForResourceResponse } from "@aws-sdk/client-cloudwatch-logs";
import type { Operation } from "../../world/operation";
import { groupFor } from "./groups";
import { tagsOf } from "./tags";

/** What older clients call in the place of ListTagsForResource. */
export const listTagsLogGroup: Operation<
  { readonly logGroupName: string | undefined },
  ListTagsForResourceResponse
> = ({ logGroupName }, world) => ({ output: { tags: tagsOf(groupFor({ logGroupName }, world)) } });
