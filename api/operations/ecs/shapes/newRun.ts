import type { RunTaskRequest } from "@aws-sdk/client-ecs";
import type { AwsObject } from "../../../world/world";
import type { TaskRun } from "../find/taskRun";
import { given } from "../put";
import { requestOf } from "./definition";
import { tagList, tagMap, tagsOf } from "./tags";

/** What is kept of a call that starts tasks of a definition. */
export function newRun(request: RunTaskRequest, definition: AwsObject): TaskRun {
  const own = tagMap(request.tags);
  const tags =
    request.propagateTags === "TASK_DEFINITION" ? { ...tagsOf(definition), ...own } : own;
  return { request, place: placeOfRun(request, definition), tags: tagList(tags) };
}

/** FARGATE where it was asked for, or where the task definition asks for it. */
function placeOfRun(
  { launchType, platformVersion, capacityProviderStrategy = [] }: RunTaskRequest,
  definition: AwsObject,
): TaskRun["place"] {
  const { requiresCompatibilities = [] } = requestOf(definition);
  const isFargate =
    launchType === "FARGATE" ||
    (launchType === undefined && requiresCompatibilities.includes("FARGATE"));
  if (capacityProviderStrategy.length > 0) return given({ platformVersion });
  return given({
    launchType: isFargate ? ("FARGATE" as const) : ("EC2" as const),
    platformVersion: platformVersion ?? (isFargate ? "LATEST" : undefined),
    platformFamily: isFargate ? "Linux" : undefined,
  });
}
