import type { Task, TaskStopCode } from "@aws-sdk/client-ecs";
import { taskArn } from "../../../../core/arn";
import { parseJson } from "../../../../core/validate/parseJson";
import type { Change } from "../../../world/operation";
import type { World } from "../../../world/world";
import type { RecordedStop } from "../find/stops";
import type { FoundTask } from "../find/tasks";
import { without } from "../put";
import { describedTask } from "./task";

interface Why {
  readonly stopCode: TaskStopCode;
  readonly stoppedReason: string;
  /** The container that could not start, by its name in the pod. */
  readonly container?: string;
}

/** Ends a task of a cluster: notes why, and removes its pod. */
export function stopTaskBy(
  task: FoundTask,
  cluster: string,
  why: Why,
  world: World,
): { readonly stopped: FoundTask; readonly changes: readonly Change[] } {
  const { pod, run } = task;
  const stop = {
    cluster,
    pod: pod.metadata.name,
    ...why,
    stoppingAt: world.now.toISOString(),
    ...(run === undefined ? {} : { run }),
  };
  const stopped = { ...task, stop };
  return {
    stopped,
    changes: [stopRecord(stopped, cluster, world), { kind: "removePod", name: pod.metadata.name }],
  };
}

/** The record of a task that was stopped: why, and how its pod makes it described now. */
export function stopRecord(
  task: FoundTask,
  cluster: string,
  world: World,
): Extract<Change, { readonly kind: "put" }> {
  const { id, pod, stop = {} } = task;
  const described = describedTask(task, cluster, world);
  return {
    kind: "put",
    object: {
      kind: "task",
      key: `task-${id}`,
      arn: taskArn(world.connection, cluster, id),
      createdAt: new Date(pod.metadata.creationTimestamp ?? world.now),
      attributes: stop,
      // As a record holds it: dates are texts there.
      echo: parseJson<object>(JSON.stringify(described), "a task"),
    },
  };
}

const DATES = ["createdAt", "startedAt", "stoppingAt", "stoppedAt"] as const;

/** A task whose pod is gone, as it was described last. */
export function describedStop({ record, stop }: RecordedStop): Task {
  const written = record.echo as Task;
  const dates = DATES.flatMap((key) => {
    const value = written[key];
    return value === undefined ? [] : [[key, new Date(value)] as const];
  });
  return {
    ...without(written, "connectivity"),
    stoppedAt: new Date(stop.stoppingAt),
    ...Object.fromEntries(dates),
    lastStatus: "STOPPED",
    desiredStatus: "STOPPED",
    healthStatus: "UNKNOWN",
    attachments: written.attachments?.map((of) => ({ ...of, status: "DELETED" })),
    containers: written.containers?.map((of) => ({ ...of, lastStatus: "STOPPED" })),
  };
}
