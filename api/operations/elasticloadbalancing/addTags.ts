import type { AddTagsCommandInput, AddTagsOutput } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import { replace, requireOwn } from "./objects";
import { tagsOf, toTagValues, validTags } from "./shapes/tags";
import { taggedByArn } from "./tagged";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AddTags.html */
export const addTags: Operation<AddTagsCommandInput, AddTagsOutput> = (
  { ResourceArns = [], Tags = [] },
  world,
) => {
  const given = toTagValues(Tags);
  const changes = taggedByArn(world, ResourceArns).map(({ what, object }) => {
    requireOwn(object, what);
    const tags = validTags({ ...tagsOf(object), ...given });
    return replace(object, { attributes: { ...object.attributes, tags } });
  });
  return { output: {}, changes };
};
