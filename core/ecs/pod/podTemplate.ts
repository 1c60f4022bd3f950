import { kubernetesName } from "../../naming";
import type { ArnScope } from "../../arn";
import type { Connection } from "../../connection";
import { containerManifest } from "./container";
import { TASK_ANNOTATION, taskMetadata } from "./taskMetadata";
import type { Endpoint } from "./endpoints";
import { drain } from "./drain";
import { lastRead, routerAnnotation } from "./firelens/parts";
import { routing } from "./firelens/routing";
import { probes } from "./probes";
import type { ContainerModel, TaskModel } from "./model";
import { network } from "./network";
import { startOrder, type OrderedContainer } from "./startOrder";
import { readinessGates } from "./readinessGates";
import { taskResources } from "./resources";
import { gracePeriod, lifecycle, pause } from "./termination";
import type { TargetModel } from "./target";
import { podVolumes } from "./volumes";

/** On a pod: the first of its essential containers. */
export const MAIN_CONTAINER = "kubectl.kubernetes.io/default-container";

/** The part of an instance's connection that pods are made of. */
export type PodConnection = ArnScope & Pick<Connection, "traefikImage">;

/** What decides about a task's pod besides its definition. */
export interface PodSettings {
  readonly connection: PodConnection;
  /** Name of the ECS cluster that the task runs in. */
  readonly cluster: string;
  /** Name of the service that keeps the task running; absent for a task that runs once. */
  readonly service?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly targets: readonly TargetModel[];
  /** The local ports that lead to it; absent is none. */
  readonly endpoints?: readonly Endpoint[];
  /** Seconds after its start in which an unhealthy task is left alone. */
  readonly healthCheckGracePeriod: number;
  /** Present where the task knows the names of Service Connect. */
  readonly connect?: {
    /** Where it looks for names first. */
    readonly searchDomain: string;
    /** Whether others reach it by a name. */
    readonly hasAliases: boolean;
  };
}

/** The pod that a task is, as the template of a Deployment or a Job. */
export function podTemplate(task: TaskModel, settings: PodSettings) {
  const { connection, service, targets, endpoints = [], connect } = settings;
  const runsOnce = service === undefined;
  const isReached = endpoints.length > 0 || connect?.hasAliases === true;
  const { first, last } = startOrder(task.containers, runsOnce);
  const basics = (container: ContainerModel) =>
    containerManifest(container, task, { region: connection.region, targets, endpoints });
  const lasting = (container: ContainerModel) => ({
    ...basics(container),
    ...probes(container, task, { ...settings, endpoints }),
    ...lifecycle(targets, isReached),
    ...lastRead(container, pause(targets, isReached)),
  });
  const early = ({ container, runs }: OrderedContainer) =>
    runs === "to its end" ? basics(container) : { ...lasting(container), restartPolicy: "Always" };
  const main = task.containers.find(({ essential }) => essential);
  return {
    metadata: {
      labels: settings.labels,
      annotations: {
        ...settings.annotations,
        ...routerAnnotation(routing(task, settings)),
        [TASK_ANNOTATION]: JSON.stringify(taskMetadata(task, settings)),
        ...(main === undefined ? {} : { [MAIN_CONTAINER]: kubernetesName(main.name) }),
      },
    },
    spec: {
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      ...(runsOnce ? { restartPolicy: "Never" } : {}),
      terminationGracePeriodSeconds: gracePeriod(task.containers, targets, isReached),
      ...(task.sharedProcesses ? { shareProcessNamespace: true } : {}),
      ...network(task, connect?.searchDomain),
      ...taskResources(task),
      ...readinessGates(targets),
      initContainers: first.map(early),
      containers: [...last.map(lasting), ...drain(task, targets, connection.traefikImage)],
      volumes: podVolumes(task),
    },
  };
}
