import type { StopTaskRequest, StopTaskResponse } from "@aws-sdk/client-ecs";
import type { Operation } from "../../world/operation";
import { activeCluster, nameOf } from "./find/clusters";
import { desiredStatusOf, tasksIn } from "./find/tasks";
import { invalid } from "./refuse";
import { knownTasks } from "./shapes/knownTasks";
import { stopTaskBy } from "./shapes/stoppedTask";
import { describedTask, STOPPED_BY_USER } from "./shapes/task";
import { taskIdentifier } from "./shapes/taskIdentifier";

/** A service starts another task in the place of one that is stopped. */
export const stopTask: Operation<StopTaskRequest, StopTaskResponse> = (
  { cluster: given, task: name = "", reason },
  world,
) => {
  const cluster = nameOf(activeCluster(world, given));
  const { id, inCluster = cluster } = taskIdentifier(name);
  const task = tasksIn(world, cluster).find((of) => of.id === id && inCluster === cluster);
  if (task !== undefined && desiredStatusOf(task) === "RUNNING") {
    const { stopCode, stoppedReason } = STOPPED_BY_USER;
    const why = { stopCode, stoppedReason: reason ?? stoppedReason };
    const { stopped, changes } = stopTaskBy(task, cluster, why, world);
    return { output: { task: describedTask(stopped, cluster, world) }, changes };
  }
  const known = knownTasks(world, cluster).find((of) => of.id === id && inCluster === cluster);
  if (known === undefined) throw invalid("The referenced task was not found.");
  return { output: { task: known.task } };
};
