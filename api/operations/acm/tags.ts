import type { Tag } from "@aws-sdk/client-acm";
import { AwsError } from "../../world/awsError";
import type { Change } from "../../world/operation";
import type { AwsObject } from "../../world/world";

/** https://docs.aws.amazon.com/acm/latest/userguide/tags-restrictions.html */
const MOST_TAGS = 50;

/** The tags of a certificate; those of a Pulumi program have none. */
export function tagsOf({ echo }: AwsObject): readonly Tag[] {
  return (echo["Tags"] ?? []) as readonly Tag[];
}

/** Tags in the place of those before that have their keys. */
export function withTags(before: readonly Tag[], given: readonly Tag[]): Tag[] {
  const reserved = given.find(({ Key = "" }) => /^aws:/i.test(Key));
  if (reserved !== undefined) {
    throw new AwsError(
      "InvalidTagException",
      `The tag key ${reserved.Key ?? ""} begins with aws:, which is reserved for AWS.`,
    );
  }
  const all = new Map([...before, ...given].map((tag) => [tag.Key, tag]));
  if (all.size > MOST_TAGS) {
    throw new AwsError("TooManyTagsException", `A certificate can have at most ${MOST_TAGS} tags.`);
  }
  return [...all.values()];
}

/** Gives a certificate other tags. */
export function retagged(
  { key, kind, arn, createdAt, attributes, echo, owner, stack }: AwsObject,
  Tags: readonly Tag[],
): Change {
  if (owner === "pulumi") {
    throw new AwsError(
      "AccessDeniedException",
      `${arn} belongs to the Pulumi stack ${stack}: change it there`,
    );
  }
  return {
    kind: "put",
    object: { key, kind, arn, createdAt, attributes, echo: { ...echo, Tags } },
  };
}
