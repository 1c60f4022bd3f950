import type { CreateLogGroupRequest } from "@aws-sdk/client-cloudwatch-logs";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { changedGroup, groupArn, groupsIn } from "./groups";
import { invalid } from "./refuse";
import { validTags } from "./tags";

const NAME = /^[-._/#A-Za-z0-9]{1,512}$/;

/** A group is there for as long as a task definition names it; one that somebody makes, until it is deleted. */
export const createLogGroup: Operation<CreateLogGroupRequest, object> = (input, world) => {
  const { logGroupName: name = "", ...echo } = input;
  if (!NAME.test(name)) {
    throw invalid(
      `logGroupName "${name}" can have up to 512 letters, digits, underscores, hyphens, slashes, periods and number signs.`,
    );
  }
  if (groupsIn(world).some((group) => group.name === name && group.record !== undefined)) {
    throw new AwsError("ResourceAlreadyExistsException", "The specified log group already exists");
  }
  const { tags, ...others } = echo;
  const group = { name, arn: groupArn(world, name), createdAt: world.now };
  const made = { ...others, ...(tags === undefined ? {} : { tags: validTags(tags) }) };
  return { output: {}, changes: [changedGroup(group, made)] };
};
