import { labels, NAMESPACE } from "../../labels";
import { kubernetesName } from "../../naming";
import { OWNER_LABEL, type RecordOwner } from "../../records/manifest";
import type { TaskModel } from "../pod/model";
import { podTemplate, type PodConnection } from "../pod/podTemplate";

/** On the pod of a task that runs once: what was said of it when it was started, JSON. */
export const RUN_ANNOTATION = "kecs.dev/run";

/** What decides about the pod of a task that runs once besides its definition. */
export interface TaskSettings {
  readonly connection: PodConnection;
  /** Name of the ECS cluster that it runs in. */
  readonly cluster: string;
  /** Tells its pod from others of the same family in the cluster. */
  readonly suffix: string;
  /** What was said of it when it was started. */
  readonly run: object;
  /** Who removes the pod: the program that made it, or the API an hour after its end. */
  readonly owner: RecordOwner;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A task that runs once: a pod of its own, which stays when its containers have ended. */
export function taskManifest(task: TaskModel, { suffix, ...settings }: TaskSettings) {
  const name = taskPodName(settings.cluster, task.family, suffix);
  const { metadata, spec } = taskPod(task, { ...settings, name });
  return {
    apiVersion: "v1" as const,
    kind: "Pod" as const,
    metadata: { name, namespace: NAMESPACE, ...metadata },
    spec,
  };
}

/** What decides about the pod of a task that runs once, whoever makes it. */
interface TaskPodSettings extends Omit<TaskSettings, "suffix"> {
  /** What a person finds it by. */
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** The pod of a task that runs once, as the template of a Job. */
export function taskPod(task: TaskModel, settings: TaskPodSettings) {
  const { connection, cluster, name, run, owner, annotations = {} } = settings;
  return podTemplate(task, {
    connection,
    cluster,
    labels: labels("task", {
      "app.kubernetes.io/name": name,
      "kecs.dev/cluster": kubernetesName(cluster),
      "kecs.dev/task": kubernetesName(task.family),
      [OWNER_LABEL]: owner,
      ...settings.labels,
    }),
    annotations: { ...annotations, [RUN_ANNOTATION]: JSON.stringify(run) },
    targets: [],
    healthCheckGracePeriod: 0,
  });
}

export type TaskManifest = ReturnType<typeof taskManifest>;

const LONGEST = 52;

function taskPodName(cluster: string, family: string, suffix: string): string {
  return `${kubernetesName(`${cluster}/${family}`, LONGEST)}-${suffix}`;
}
