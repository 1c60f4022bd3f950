import { kubernetesName } from "../../naming";
import { rangeOf } from "../../ports/range";
import type { Connection } from "../../connection";
import { containerManifest } from "./container";
import { TASK_ANNOTATION, taskMetadata } from "./taskMetadata";
import { endpointsOf } from "./endpoints";
import { drain } from "./drain";
import { probes } from "./probes";
import type { ContainerModel, TaskModel } from "./model";
import { network } from "./network";
import { startOrder, type OrderedContainer } from "./startOrder";
import { readinessGates } from "./readinessGates";
import { taskResources } from "./resources";
import { gracePeriod, lifecycle } from "./termination";
import type { TargetModel } from "./target";
import { podVolumes } from "./volumes";

/** What decides about a task's pod besides its definition. */
export interface PodSettings {
  readonly connection: Connection;
  /** Name of the ECS cluster that the task runs in. */
  readonly cluster: string;
  /** Name of the service that keeps the task running; absent for a task that runs once. */
  readonly service?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly targets: readonly TargetModel[];
  /** Seconds after its start in which an unhealthy task is left alone. */
  readonly healthCheckGracePeriod: number;
}

/** The pod that a task is, as the template of a Deployment or a Job. */
export function podTemplate(task: TaskModel, settings: PodSettings) {
  const { connection, service, targets } = settings;
  const runsOnce = service === undefined;
  const endpoints = runsOnce ? [] : endpointsOf(task.containers, rangeOf(connection));
  const { first, last } = startOrder(task.containers, runsOnce);
  const basics = (container: ContainerModel) =>
    containerManifest(container, task, { region: connection.region, targets, endpoints });
  const lasting = (container: ContainerModel) => ({
    ...basics(container),
    ...probes(container, task, { ...settings, endpoints }),
    ...lifecycle(targets, endpoints),
  });
  const early = ({ container, runs }: OrderedContainer) =>
    runs === "to its end" ? basics(container) : { ...lasting(container), restartPolicy: "Always" };
  const main = task.containers.find(({ essential }) => essential);
  return {
    metadata: {
      labels: settings.labels,
      annotations: {
        ...settings.annotations,
        [TASK_ANNOTATION]: JSON.stringify(taskMetadata(task, settings)),
        ...(main === undefined
          ? {}
          : { "kubectl.kubernetes.io/default-container": kubernetesName(main.name) }),
      },
    },
    spec: {
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      ...(runsOnce ? { restartPolicy: "Never" } : {}),
      terminationGracePeriodSeconds: gracePeriod(task.containers, targets, endpoints),
      ...(task.sharedProcesses ? { shareProcessNamespace: true } : {}),
      ...network(task),
      ...taskResources(task),
      ...readinessGates(targets),
      initContainers: first.map(early),
      containers: [...last.map(lasting), ...drain(task, targets, connection.traefikImage)],
      volumes: podVolumes(task),
    },
  };
}
