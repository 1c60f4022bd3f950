import type {
  DescribeTaskDefinitionRequest,
  DescribeTaskDefinitionResponse,
} from "@aws-sdk/client-ecs";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { definitionName, findDefinition } from "./find/taskDefinitions";
import { describedDefinition } from "./shapes/definition";
import { tagList, tagsOf } from "./shapes/tags";

export const describeTaskDefinition: Operation<
  DescribeTaskDefinitionRequest,
  DescribeTaskDefinitionResponse
> = ({ taskDefinition = "", include = [] }, world) => {
  const found = findDefinition(world, definitionName(taskDefinition));
  if (found === undefined) {
    throw new AwsError("ClientException", "Unable to describe task definition.");
  }
  return {
    output: {
      taskDefinition: describedDefinition(found),
      ...(include.includes("TAGS") ? { tags: tagList(tagsOf(found)) } : {}),
    },
  };
};
