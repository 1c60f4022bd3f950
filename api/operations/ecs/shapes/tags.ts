import type { Tag } from "@aws-sdk/client-ecs";
import type { AwsObject } from "../../../world/world";
import { invalid } from "../refuse";

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html */
const MOST_TAGS = 50;

/** Tags in the form in which records hold them; AWS's rules are checked. */
export function tagMap(tags: readonly Tag[] | undefined): Record<string, string> {
  const keys = (tags ?? []).map(({ key = "" }) => key);
  if (keys.length > MOST_TAGS) throw invalid(`A resource can have at most ${MOST_TAGS} tags.`);
  for (const [i, key] of keys.entries()) {
    if (key === "") throw invalid("A tag key cannot be empty.");
    if (/^aws:/i.test(key)) {
      throw invalid(`The tag key "${key}" begins with "aws:", which is reserved for AWS.`);
    }
    if (keys.indexOf(key) !== i) throw invalid(`The tag key "${key}" is given twice.`);
  }
  return Object.fromEntries((tags ?? []).map(({ key = "", value = "" }) => [key, value]));
}

/** Tags as AWS describes them. */
export function tagList(tags: Readonly<Record<string, string>>): Tag[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}

/** The tags in an object's record. */
export function tagsOf({ attributes }: Pick<AwsObject, "attributes">): Record<string, string> {
  return (attributes["tags"] ?? {}) as Record<string, string>;
}
