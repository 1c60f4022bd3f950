import { AwsError } from "../../../world/awsError";
import type { AwsObject, World } from "../../../world/world";
import { invalid } from "../refuse";
import { isActive } from "./lifetime";
import { definitionName, findDefinition } from "./taskDefinitions";

/** The task definition of which a service is to have tasks: of a family the newest one. */
export function definitionFor(world: World, given: string | undefined): AwsObject {
  if (given === undefined || given === "") throw invalid("TaskDefinition can not be blank.");
  const found = findDefinition(world, definitionName(given));
  if (found === undefined) throw new AwsError("ClientException", "TaskDefinition not found.");
  if (!isActive(found)) throw new AwsError("ClientException", "TaskDefinition is inactive");
  return found;
}
