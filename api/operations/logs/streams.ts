import { taskMetadataOf } from "../../../core/ecs/observed/containersMetadata";
import type { ContainerStatus, Pod } from "../../../core/ecs/observed/kubernetesObjects";
import { taskId } from "../../../core/ecs/observed/podTask";
import { statusesOf } from "../../../core/ecs/observed/taskStatus";
import type { LogModel } from "../../../core/ecs/pod/model";
import { recordedTask } from "../../../core/ecs/taskDefinition/recorded";
import type { LogPart } from "../../world/operation";
import { ofKind, type World } from "../../world/world";

/** What a container with the log driver `awslogs` wrote. */
export interface LogStream {
  readonly group: string;
  readonly name: string;
  /** When the container started for the first time that the cluster still knows of. */
  readonly startedAt: Date;
  /** Its runs, the earlier one first. */
  readonly parts: readonly LogPart[];
  /** The run that it is in now, or ended with. */
  readonly last: LogPart;
}

/** The group that a container's output goes to; undefined with another log driver. */
export function groupOf(log: LogModel | undefined): string | undefined {
  return log?.driver === "awslogs" ? log.options["awslogs-group"] : undefined;
}

/** The streams of the containers that the cluster has, by their names. */
export function streamsIn(world: World): LogStream[] {
  return world.cluster.pods
    .flatMap((pod) => streamsOf(pod, world))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function streamsOf(pod: Pod, world: World): LogStream[] {
  const { taskDefinitionArn, containers = {} } = taskMetadataOf(pod.metadata);
  const definition = ofKind(world, "td").find(({ arn }) => arn === taskDefinitionArn);
  const model = definition === undefined ? undefined : recordedTask(definition);
  return Object.entries(containers).flatMap(([container, { name }]) => {
    const { log } = model?.containers.find((of) => of.name === name) ?? {};
    const group = groupOf(log);
    const status = statusesOf(pod).find((of) => of.name === container);
    const startedAt = status === undefined ? undefined : startOf(status);
    if (group === undefined || status === undefined || startedAt === undefined) return [];
    const prefix = log?.options["awslogs-stream-prefix"];
    const last = { pod: pod.metadata.name, container, isPrevious: false };
    const isAgain = (status.restartCount ?? 0) > 0;
    return [
      {
        group,
        name: prefix === undefined ? runtimeId(status) : `${prefix}/${name}/${taskId(pod)}`,
        startedAt: new Date(startedAt),
        parts: isAgain ? [{ ...last, isPrevious: true }, last] : [last],
        last,
      },
    ];
  });
}

function startOf({ state, lastState }: ContainerStatus): string | undefined {
  const starts = [lastState?.terminated, state?.terminated, state?.running];
  return starts.flatMap((of) => of?.startedAt ?? [])[0];
}

/** Without a prefix AWS names a stream by the id that the runtime gave to the container. */
function runtimeId({ containerID = "" }: ContainerStatus): string {
  return containerID.replace(/^[^:]*:\/\//, "");
}
