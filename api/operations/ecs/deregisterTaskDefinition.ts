import type {
  DeregisterTaskDefinitionRequest,
  DeregisterTaskDefinitionResponse,
} from "@aws-sdk/client-ecs";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { isActive } from "./find/lifetime";
import { exactDefinition, familyOf } from "./find/taskDefinitions";
import { putAgain } from "./put";
import { refuseOfPulumi } from "./refuse";
import { describedDefinition } from "./shapes/definition";

/** Services and tasks of the task definition go on. */
export const deregisterTaskDefinition: Operation<
  DeregisterTaskDefinitionRequest,
  DeregisterTaskDefinitionResponse
> = ({ taskDefinition = "" }, world) => {
  const found = exactDefinition(world, taskDefinition);
  if (found === undefined) {
    throw new AwsError("ClientException", "The specified task definition does not exist.");
  }
  refuseOfPulumi(found, `task definition ${familyOf(found)}`);
  if (!isActive(found)) return { output: { taskDefinition: describedDefinition(found) } };
  const attributes = {
    ...found.attributes,
    status: "INACTIVE",
    deregisteredAt: world.now.toISOString(),
  };
  return {
    output: { taskDefinition: describedDefinition({ ...found, attributes }) },
    changes: [putAgain(found, { attributes })],
  };
};
