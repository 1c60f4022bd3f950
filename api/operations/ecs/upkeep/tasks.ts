import { nameFromArn } from "../../../../core/arn";
import { taskMetadataOf } from "../../../../core/ecs/observed/containersMetadata";
import { conditionOf, isLive, type Pod } from "../../../../core/ecs/observed/kubernetesObjects";
import { startFailure } from "../../../../core/ecs/observed/startFailure";
import { statusesOf } from "../../../../core/ecs/observed/taskStatus";
import { SCHEDULE_LABEL } from "../../../../core/ecs/schedule/manifest";
import { OWNER_LABEL } from "../../../../core/records/manifest";
import type { Change } from "../../../world/operation";
import { ofKind, type World } from "../../../world/world";
import { isKept, type TaskStop } from "../find/stops";
import { tasksIn, type FoundTask } from "../find/tasks";
import { stopRecord, stopTaskBy } from "../shapes/stoppedTask";
import { failureText } from "../status/stopWords";

interface Placed {
  readonly cluster: string;
  readonly task: FoundTask;
}

/** What is due of tasks that were stopped, and of those that run once. */
export function upkeepOfTasks(world: World): Change[] {
  const all = everyTask(world);
  return [
    ...all.flatMap((of) => (of.task.stop === undefined ? fate(of, world) : followed(of, world))),
    ...forgottenRecords(all, world),
  ];
}

function everyTask(world: World): Placed[] {
  const clusters = new Set(
    world.cluster.pods.flatMap(
      ({ metadata }) => nameFromArn("cluster", taskMetadataOf(metadata).clusterArn ?? "") ?? [],
    ),
  );
  return [...clusters].flatMap((cluster) =>
    tasksIn(world, cluster).map((task) => ({ cluster, task })),
  );
}

/** Of a stopped task: its pod goes, also where a process ended before it, and its last state is kept. */
function followed({ cluster, task }: Placed, world: World): Change[] {
  const { pod } = task;
  const change = stopRecord(task, cluster, world);
  const written = ofKind(world, "task").find(({ arn }) => arn === change.object.arn);
  return [
    ...(JSON.stringify(written?.echo) === JSON.stringify(change.object.echo) ? [] : [change]),
    ...(pod.metadata.deletionTimestamp === undefined
      ? [{ kind: "removePod" as const, name: pod.metadata.name }]
      : []),
  ];
}

/**
 * Of a task that runs once: it is stopped where it cannot start, and goes an hour after its end. The
 * program that made one sees to it; of those that a schedule started Kubernetes removes the ended ones.
 */
function fate({ cluster, task }: Placed, world: World): readonly Change[] {
  const { pod, run } = task;
  const { [OWNER_LABEL]: owner, [SCHEDULE_LABEL]: schedule } = pod.metadata.labels ?? {};
  if (run === undefined || (owner === "pulumi" && schedule === undefined)) return [];
  if (pod.metadata.deletionTimestamp !== undefined) return [];
  if (!isLive(pod)) {
    if (schedule !== undefined) return [];
    return isKept(endOf(pod), world) ? [] : [{ kind: "removePod", name: pod.metadata.name }];
  }
  const diagnosis = startFailure(pod, world.now.getTime(), world.cluster.events);
  if (diagnosis === undefined) return [];
  const why = {
    stopCode: "TaskFailedToStart",
    stoppedReason: failureText(diagnosis),
    container: diagnosis.container,
  } as const;
  return stopTaskBy(task, cluster, why, world).changes;
}

function endOf(pod: Pod): string {
  const ends = statusesOf(pod).flatMap(({ state }) => state?.terminated?.finishedAt ?? []);
  const { lastTransitionTime } = conditionOf(pod.status?.conditions, "Ready") ?? {};
  return ends.sort().at(-1) ?? lastTransitionTime ?? pod.metadata.creationTimestamp ?? "";
}

function forgottenRecords(all: readonly Placed[], world: World): Change[] {
  const present = new Set(all.map(({ task }) => task.pod.metadata.name));
  return ofKind(world, "task")
    .filter(({ attributes }) => {
      const { pod, stoppingAt } = attributes as unknown as TaskStop;
      return !present.has(pod) && !isKept(stoppingAt, world);
    })
    .map(({ key }) => ({ kind: "remove", key }));
}
