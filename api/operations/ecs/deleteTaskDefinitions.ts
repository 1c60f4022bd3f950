import type {
  DeleteTaskDefinitionsRequest,
  DeleteTaskDefinitionsResponse,
  Failure,
} from "@aws-sdk/client-ecs";
import type { Change, Operation } from "../../world/operation";
import type { AwsObject, World } from "../../world/world";
import { isActive } from "./find/lifetime";
import { exactDefinition, familyOf, revisionsOf } from "./find/taskDefinitions";
import { isInUse } from "./find/uses";
import { putAgain } from "./put";
import { refuseOfPulumi } from "./refuse";
import { refuseNone, refuseTooMany } from "./shapes/counts";
import { describedDefinition } from "./shapes/definition";

export const deleteTaskDefinitions: Operation<
  DeleteTaskDefinitionsRequest,
  DeleteTaskDefinitionsResponse
> = ({ taskDefinitions: names = [] }, world) => {
  refuseNone("taskDefinitions", names);
  refuseTooMany("taskDefinitions", names, 10);
  const asked = names.map((name) => ({ name, found: exactDefinition(world, name) }));
  for (const { found } of asked) {
    if (found !== undefined) refuseOfPulumi(found, `task definition ${familyOf(found)}`);
  }
  const failures: Failure[] = asked.flatMap(({ name, found }) =>
    found === undefined
      ? [{ arn: name, reason: "The specified task definition does not exist." }]
      : isActive(found)
        ? [
            {
              arn: found.arn,
              reason:
                "The specified task definition is still in ACTIVE status. Please deregister the target and try again.",
            },
          ]
        : [],
  );
  const deleted = [...new Set(asked.flatMap(({ found }) => found ?? []))]
    .filter((found) => !isActive(found))
    .map((found) => ({
      ...found,
      attributes: {
        ...found.attributes,
        status: "DELETE_IN_PROGRESS",
        deleteRequestedAt: world.now.toISOString(),
      },
    }));
  return {
    output: { taskDefinitions: deleted.map(describedDefinition), failures },
    changes: deleted.map((definition) => change(world, definition)),
  };
};

/** The newest revision of a family stays, so that no later one gets its number. */
function change(world: World, definition: AwsObject): Change {
  const [newest] = revisionsOf(world, familyOf(definition));
  return newest?.key === definition.key || isInUse(world, definition)
    ? putAgain(definition, {})
    : { kind: "remove", key: definition.key };
}
