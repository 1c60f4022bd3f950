import { nameFromArn } from "../../../../core/arn";
import { taskMetadataOf } from "../../../../core/ecs/observed/containersMetadata";
import { isLive, type Pod } from "../../../../core/ecs/observed/kubernetesObjects";
import { notedStop } from "../../../../core/ecs/observed/taskStop";
import { taskId } from "../../../../core/ecs/observed/podTask";
import type { TaskMetadata } from "../../../../core/ecs/pod/taskMetadata";
import type { World } from "../../../world/world";
import { runOf, type TaskRun } from "./taskRun";
import { allStopsIn, type TaskStop } from "./stops";

/** A task: a pod, and what it tells of itself. */
export interface FoundTask {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly pod: Pod;
  readonly metadata: Partial<TaskMetadata>;
  /** Of a task that runs once. */
  readonly run?: TaskRun | undefined;
  /** Why it is to end, where somebody said so. */
  readonly stop?: TaskStop | undefined;
}

/** The tasks that the cluster has of an ECS cluster, the oldest first. */
export function tasksIn(world: World, cluster: string): FoundTask[] {
  // However long ago: as long as its pod is there it has not ended.
  const stops = allStopsIn(world, cluster);
  return world.cluster.pods
    .map((pod) => ({ id: taskId(pod), pod, metadata: taskMetadataOf(pod.metadata) }))
    .filter(({ metadata }) => nameFromArn("cluster", metadata.clusterArn ?? "") === cluster)
    .map((task) => ({
      ...task,
      run: runOf(task.pod),
      stop: stops.find(({ id }) => id === task.id)?.stop,
    }))
    .sort((a, b) => (createdAt(a) < createdAt(b) ? -1 : 1));
}

function createdAt({ pod: { metadata } }: FoundTask): string {
  return `${metadata.creationTimestamp ?? ""}/${metadata.name}`;
}

/** What ECS wants of a task. */
export function desiredStatusOf({
  pod,
  stop,
}: Pick<FoundTask, "pod" | "stop">): "RUNNING" | "STOPPED" {
  return stop === undefined && notedStop(pod) === undefined && isLive(pod) ? "RUNNING" : "STOPPED";
}
