import { nameFromArn } from "../../../../core/arn";
import { taskMetadataOf } from "../../../../core/ecs/observed/containersMetadata";
import { isLive, type Pod } from "../../../../core/ecs/observed/kubernetesObjects";
import { taskId } from "../../../../core/ecs/observed/podTask";
import type { TaskMetadata } from "../../../../core/ecs/pod/taskMetadata";
import type { World } from "../../../world/world";

/** A task: a pod, and what it tells of itself. */
export interface FoundTask {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly pod: Pod;
  readonly metadata: Partial<TaskMetadata>;
}

/** The tasks of a cluster, the oldest first. */
export function tasksIn({ cluster: { pods } }: World, cluster: string): FoundTask[] {
  return pods
    .map((pod) => ({ id: taskId(pod), pod, metadata: taskMetadataOf(pod.metadata) }))
    .filter(({ metadata }) => nameFromArn("cluster", metadata.clusterArn ?? "") === cluster)
    .sort((a, b) => (createdAt(a) < createdAt(b) ? -1 : 1));
}

function createdAt({ pod: { metadata } }: FoundTask): string {
  return `${metadata.creationTimestamp ?? ""}/${metadata.name}`;
}

/** What ECS wants of a task. */
export function desiredStatusOf({ pod }: Pick<FoundTask, "pod">): "RUNNING" | "STOPPED" {
  return isLive(pod) ? "RUNNING" : "STOPPED";
}
