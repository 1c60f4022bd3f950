import type {
  RemoveTagsCommandInput,
  RemoveTagsOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import { replace, requireOwn } from "./objects";
import { tagsOf } from "./shapes/tags";
import { taggedByArn } from "./tagged";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RemoveTags.html */
export const removeTags: Operation<RemoveTagsCommandInput, RemoveTagsOutput> = (
  { ResourceArns = [], TagKeys = [] },
  world,
) => {
  const changes = taggedByArn(world, ResourceArns).map(({ what, object }) => {
    requireOwn(object, what);
    const kept = Object.entries(tagsOf(object)).filter(([key]) => !TagKeys.includes(key));
    const tags = Object.fromEntries(kept);
    return replace(object, { attributes: { ...object.attributes, tags } });
  });
  return { output: {}, changes };
};
