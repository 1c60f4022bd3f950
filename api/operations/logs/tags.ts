import type { World } from "../../world/world";
import { echoOf, groupFor, type LogGroup } from "./groups";
import { AwsError } from "../../world/awsError";
import { invalid } from "./refuse";

/** By the tags' keys. */
export type Tags = Readonly<Record<string, string>>;

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TagResource.html */
const MOST_TAGS = 50;
const GROUP = /^arn:[^:]+:logs:[^:]*:[^:]*:log-group:[^:]+$/;

export function tagsOf(group: LogGroup): Tags {
  return echoOf(group).tags ?? {};
}

/** The log group with that ARN; nothing else of this service has tags here. */
export function taggedGroup(resourceArn: string, world: World): LogGroup {
  if (!GROUP.test(resourceArn)) throw invalid(`"${resourceArn}" is not the ARN of a log group.`);
  return groupFor({ logGroupIdentifier: resourceArn }, world);
}

/** Tags as a group may have them. */
export function validTags(tags: Tags): Tags {
  const keys = Object.keys(tags);
  const reserved = keys.find((key) => /^aws:/i.test(key));
  if (reserved !== undefined) {
    throw invalid(`The tag key "${reserved}" begins with "aws:", which is reserved for AWS.`);
  }
  if (keys.length > MOST_TAGS) {
    throw new AwsError("TooManyTagsException", `A resource can have at most ${MOST_TAGS} tags.`);
  }
  return tags;
}
