/* What Kubernetes says of its objects, as far as KECS reads it. */

export interface Metadata {
  readonly name: string;
  readonly uid?: string;
  readonly generation?: number;
  readonly creationTimestamp?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly deletionTimestamp?: string;
}

export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
  readonly lastTransitionTime?: string | null;
}

export interface PodTemplate {
  readonly metadata?: {
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: object;
}

export interface Deployment {
  readonly metadata: Metadata;
  readonly spec: {
    readonly replicas?: number;
    readonly paused?: boolean;
    readonly minReadySeconds?: number;
    readonly template: PodTemplate;
  };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly conditions?: readonly Condition[];
  };
}

export interface ReplicaSet {
  readonly metadata: Metadata;
  readonly spec: { readonly replicas?: number; readonly template: PodTemplate };
  readonly status?: { readonly availableReplicas?: number };
}

export interface Job {
  readonly metadata: Metadata;
  readonly spec?: { readonly suspend?: boolean };
  readonly status?: { readonly conditions?: readonly Condition[] };
}

export interface CronJob {
  readonly metadata: Metadata;
  readonly spec?: { readonly suspend?: boolean };
  /** The time for which it started a Job last. */
  readonly status?: { readonly lastScheduleTime?: string | null };
}

export interface Pod {
  readonly metadata: Metadata;
  readonly spec?: {
    readonly nodeName?: string;
    readonly containers: readonly PodContainer[];
    readonly initContainers?: readonly PodContainer[];
    readonly readinessGates?: readonly { readonly conditionType: string }[];
  };
  readonly status?: {
    readonly phase?: string;
    readonly podIP?: string;
    readonly reason?: string;
    readonly message?: string;
    readonly conditions?: readonly Condition[];
    readonly initContainerStatuses?: readonly ContainerStatus[];
    readonly containerStatuses?: readonly ContainerStatus[];
  };
}

export interface PodContainer {
  readonly name: string;
  readonly image?: string;
  readonly ports?: readonly { readonly name?: string; readonly containerPort: number }[];
  /** Of one that starts before the others: `Always` where it runs on beside them. */
  readonly restartPolicy?: string;
  readonly readinessProbe?: object;
  readonly livenessProbe?: object;
  readonly startupProbe?: object;
}

export interface ContainerStatus {
  readonly name: string;
  readonly ready?: boolean;
  readonly started?: boolean | null;
  readonly restartCount?: number;
  readonly containerID?: string;
  readonly state?: ContainerState;
  readonly lastState?: ContainerState;
}

export interface ContainerState {
  readonly waiting?: { readonly reason?: string; readonly message?: string };
  readonly running?: { readonly startedAt?: string | null };
  readonly terminated?: Terminated;
}

export interface Terminated {
  readonly exitCode: number;
  readonly signal?: number;
  readonly startedAt?: string | null;
  readonly finishedAt?: string | null;
  readonly reason?: string;
  readonly message?: string;
}

/** An event of the older API, which all components of a node use. */
export interface Event {
  readonly reason?: string;
  readonly message?: string;
  readonly count?: number;
  readonly lastTimestamp?: string | null;
  readonly involvedObject: {
    readonly kind?: string;
    readonly name?: string;
    readonly uid?: string;
    readonly fieldPath?: string;
  };
}

/** The status of a condition, or undefined where the object does not have it. */
export function conditionOf(
  conditions: readonly Condition[] | undefined,
  type: string,
): Condition | undefined {
  return conditions?.find((condition) => condition.type === type);
}

/** The last thing that happened to a pod, of those that are wanted. */
export function latestEvent(
  { metadata }: Pod,
  events: readonly Event[],
  isWanted: (event: Event) => boolean = () => true,
): Event | undefined {
  return events
    .filter((event) => event.involvedObject.uid === metadata.uid && isWanted(event))
    .sort((a, b) => (a.lastTimestamp ?? "").localeCompare(b.lastTimestamp ?? ""))
    .at(-1);
}

/** Whether a pod counts: it is not going, and has not ended. */
export function isLive(pod: Pod): boolean {
  return pod.metadata.deletionTimestamp === undefined && isAtWork(pod);
}

/** Whether something of a pod may run, also while it is being removed. */
export function isAtWork({ status }: Pod): boolean {
  return status?.phase !== "Failed" && status?.phase !== "Succeeded";
}
