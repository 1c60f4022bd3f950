import type { TaskModel } from "../../../../core/ecs/pod/model";
import { recordedTask } from "../../../../core/ecs/taskDefinition/recorded";
import type { AwsObject } from "../../../world/world";
import { familyOf } from "../find/taskDefinitions";
import { invalid } from "../refuse";

/** What tasks of a task definition are made of. */
export function taskModelOf(definition: AwsObject): TaskModel {
  const task = recordedTask(definition);
  if (task !== undefined) return task;
  throw invalid(
    `An earlier version of KECS made the task definition ${familyOf(definition)}. Update the stack "${definition.stack}" with this version: run pulumi up.`,
  );
}
