import { clusterArn, type ArnScope } from "../../arn";
import { kubernetesName } from "../../naming";
import type { ContainerModel, PortModel, TaskModel } from "./model";

/** The annotation by which a pod says of which task definition it is; JSON, a TaskDocument. */
export const TASK_ANNOTATION = "kecs.dev/task";

/** What the metadata endpoint tells of a task and Kubernetes does not know. */
export interface TaskMetadata {
  readonly clusterArn: string;
  readonly family: string;
  readonly revision: number;
  readonly taskDefinitionArn: string;
  /** Absent for a task that runs once. */
  readonly serviceName?: string;
  readonly region: string;
  readonly accountId: string;
  /** CPUs and mebibytes. */
  readonly limits: { readonly cpu?: number; readonly memory?: number };
  /** By their names in the pod. */
  readonly containers: Readonly<Record<string, ContainerMetadata>>;
}

export interface ContainerMetadata {
  readonly name: string;
  readonly image: string;
  readonly dockerLabels: Readonly<Record<string, string>>;
  readonly cpuUnits: number;
  readonly memoryMiB?: number;
  readonly ports: readonly Pick<PortModel, "containerPort" | "protocol">[];
  /** Whether the container has a health check. */
  readonly healthCheck: boolean;
  /** Present where others wait for its end. */
  readonly end?: AwaitedEnd;
}

/** How a container has to end before others start. */
export interface AwaitedEnd {
  /** The strictest that one of the others asks for. */
  readonly condition: "COMPLETE" | "SUCCESS";
  /** Its `startTimeout`, where it has one. */
  readonly withinSeconds?: number;
}

export function taskMetadata(
  task: TaskModel,
  of: { readonly connection: ArnScope; readonly cluster: string; readonly service?: string },
): TaskMetadata {
  const { cpuUnits, memoryMiB } = task;
  return {
    clusterArn: clusterArn(of.connection, of.cluster),
    family: task.family,
    revision: task.revision,
    taskDefinitionArn: task.arn,
    ...(of.service === undefined ? {} : { serviceName: of.service }),
    region: of.connection.region,
    accountId: of.connection.accountId,
    limits: {
      ...(cpuUnits === undefined ? {} : { cpu: cpuUnits / 1024 }),
      ...(memoryMiB === undefined ? {} : { memory: memoryMiB }),
    },
    containers: Object.fromEntries(
      task.containers.map((container) => [
        kubernetesName(container.name),
        document(container, awaitedEnd(container, task)),
      ]),
    ),
  };
}

function document(container: ContainerModel, end: AwaitedEnd | undefined): ContainerMetadata {
  const { name, image, dockerLabels, cpuUnits, memoryMiB, ports, healthCheck } = container;
  return {
    name,
    image,
    dockerLabels,
    cpuUnits,
    ...(memoryMiB === undefined ? {} : { memoryMiB }),
    ports: ports.map(({ containerPort, protocol }) => ({ containerPort, protocol })),
    healthCheck: healthCheck !== undefined,
    ...(end === undefined ? {} : { end }),
  };
}

function awaitedEnd({ name, startTimeout }: ContainerModel, task: TaskModel) {
  const conditions = task.containers
    .flatMap(({ dependsOn }) => dependsOn)
    .filter(({ containerName }) => containerName === name)
    .map(({ condition }) => condition);
  const condition = (["SUCCESS", "COMPLETE"] as const).find((of) => conditions.includes(of));
  if (condition === undefined) return undefined;
  const isEnded = startTimeout !== undefined && startTimeout > 0;
  return { condition, ...(isEnded ? { withinSeconds: startTimeout } : {}) };
}
