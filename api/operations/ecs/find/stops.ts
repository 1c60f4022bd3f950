import type { TaskStopCode } from "@aws-sdk/client-ecs";
import { ofKind, type AwsObject, type World } from "../../../world/world";
import type { TaskRun } from "./taskRun";

/*
 * A task that somebody stopped goes with its pod, and can be described for an hour: its record holds how
 * it was described last. Tasks that nobody stopped have no record.
 */

const KEPT_MS = 60 * 60 * 1000;

/** Why and when a task was stopped: the attributes of its record. */
export interface TaskStop {
  /** The cluster's name. */
  readonly cluster: string;
  /** The pod's name. */
  readonly pod: string;
  readonly stopCode: TaskStopCode;
  readonly stoppedReason: string;
  /** The container that could not start, by its name in the pod. */
  readonly container?: string | undefined;
  readonly stoppingAt: string;
  readonly run?: TaskRun | undefined;
}

export interface RecordedStop {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly stop: TaskStop;
  readonly record: AwsObject;
}

/** The tasks of a cluster that were stopped and are not forgotten, the oldest first. */
export function allStopsIn(world: Pick<World, "objects">, cluster: string): RecordedStop[] {
  return ofKind(world, "task")
    .map((record) => ({
      id: record.arn.split("/").at(-1) ?? "",
      stop: record.attributes as unknown as TaskStop,
      record,
    }))
    .filter(({ stop }) => stop.cluster === cluster)
    .sort((a, b) => (a.record.createdAt < b.record.createdAt ? -1 : 1));
}

/** Those of the last hour. */
export function stopsIn(world: World, cluster: string): RecordedStop[] {
  return allStopsIn(world, cluster).filter(({ stop }) => isKept(stop.stoppingAt, world));
}

/** Whether a task that ended at a time can still be described. */
export function isKept(ended: string, { now }: Pick<World, "now">): boolean {
  return now.getTime() - Date.parse(ended) <= KEPT_MS;
}
