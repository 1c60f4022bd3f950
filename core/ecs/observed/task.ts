/** The words of ECS for where a task stands. */
export type LastStatus = "PROVISIONING" | "PENDING" | "RUNNING" | "DEPROVISIONING" | "STOPPED";
export type HealthStatus = "HEALTHY" | "UNHEALTHY" | "UNKNOWN";

/** A task that the cluster has, as ECS describes it. */
export interface Task {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly cluster: string;
  /** Name of its service, or its own where it was started once. */
  readonly name: string;
  readonly kind: "service" | "task";
  readonly lastStatus: LastStatus;
  readonly healthStatus: HealthStatus;
  /** What is wrong; null where nothing is. */
  readonly reason: string | null;
  readonly createdAt: string;
  readonly node: string | null;
  readonly pod: string;
  readonly containers: readonly Container[];
}

export interface Container {
  readonly name: string;
  /** Its name in the pod. */
  readonly podName: string;
  readonly image: string;
  readonly lastStatus: "PENDING" | "RUNNING" | "STOPPED";
  readonly exitCode: number | null;
  readonly restarts: number;
  /** Tells one run of it from the next; null before the first. */
  readonly runtimeId: string | null;
}

/** A service, or a task that runs once: what a command line can name. */
export interface Workload {
  readonly cluster: string;
  readonly name: string;
  readonly kind: "service" | "task";
}

export interface Tasks {
  /** Services without a task included. */
  readonly workloads: readonly Workload[];
  readonly tasks: readonly Task[];
}

const SHORT = 8;

export function shortId({ id }: Pick<Task, "id">): string {
  return id.slice(0, SHORT);
}

export function fullName({ cluster, name }: Pick<Workload, "cluster" | "name">): string {
  return `${cluster}/${name}`;
}
