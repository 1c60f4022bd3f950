import type { Tag } from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../../world/awsError";
import type { AwsObject } from "../../../world/world";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-tags.html */
const MOST_TAGS = 50;

export function tagsOf({ attributes }: Pick<AwsObject, "attributes">): Record<string, string> {
  return (attributes["tags"] ?? {}) as Record<string, string>;
}

export function toTagValues(tags: readonly Tag[] = []): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { Key = "", Value = "" } of tags) {
    if (Object.hasOwn(values, Key)) {
      throw new AwsError("DuplicateTagKeys", `Tag key '${Key}' was specified more than once`);
    }
    if (Key.toLowerCase().startsWith("aws:")) {
      throw new AwsError(
        "ValidationError",
        `Tag key '${Key}' begins with 'aws:', which AWS reserves`,
      );
    }
    values[Key] = Value;
  }
  return validTags(values);
}

/** The tags, where a resource may have so many. */
export function validTags(values: Record<string, string>): Record<string, string> {
  const count = Object.keys(values).length;
  if (count <= MOST_TAGS) return values;
  throw new AwsError(
    "TooManyTags",
    `The resource would have '${count}' tags; the limit is '${MOST_TAGS}'`,
  );
}

export function toAwsTags(values: Readonly<Record<string, string>>): Tag[] {
  return Object.entries(values).map(([Key, Value]) => ({ Key, Value }));
}
