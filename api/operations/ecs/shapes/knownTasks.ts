import type { Task } from "@aws-sdk/client-ecs";
import type { World } from "../../../world/world";
import { describedStop } from "./stoppedTask";
import { describedTask } from "./task";
import { stopsIn } from "../find/stops";
import { tasksIn } from "../find/tasks";

/** A task of a cluster that AWS would describe. */
export interface KnownTask {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly task: Task;
}

/** The tasks that the cluster has, and those that were stopped lately. */
export function knownTasks(world: World, cluster: string): KnownTask[] {
  const present = tasksIn(world, cluster);
  const ids = new Set(present.map(({ id }) => id));
  return [
    ...stopsIn(world, cluster)
      .filter(({ id }) => !ids.has(id))
      .map((of) => ({ id: of.id, task: describedStop(of) })),
    ...present.map((of) => ({ id: of.id, task: describedTask(of, cluster, world) })),
  ];
}
