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

/** A schedule that starts tasks. */
export interface Schedule {
  readonly arn: string;
  readonly name: string;
  readonly groupName: string;
  readonly cluster: string;
  /** The name of its tasks: the family of their definition. */
  readonly task: string;
  readonly scheduleExpression: string;
  readonly scheduleExpressionTimezone: string;
  /** MISSING where somebody removed what starts the tasks. */
  readonly state: "ENABLED" | "DISABLED" | "MISSING";
  /** Null before the first. */
  readonly lastRun: ScheduleRun | null;
  /** As ISO 8601; null where none is to come. */
  readonly nextRun: string | null;
}

/** The tasks that a schedule started at one of its times. */
export interface ScheduleRun {
  /** When they were due, as ISO 8601. */
  readonly scheduledAt: string;
  /** Their ids, as far as they are still there. */
  readonly tasks: readonly string[];
  /** Of the one that is not at its end, else STOPPED; null before there is one. */
  readonly lastStatus: LastStatus | null;
  /** The first that is not 0, else 0; null before all have ended, and where none of them has one. */
  readonly exitCode: number | null;
}

export interface Tasks {
  /** Services and schedules without a task included. */
  readonly workloads: readonly Workload[];
  readonly tasks: readonly Task[];
  readonly schedules: readonly Schedule[];
}

const SHORT = 8;

export function shortId({ id }: Pick<Task, "id">): string {
  return id.slice(0, SHORT);
}

export function fullName({ cluster, name }: Pick<Workload, "cluster" | "name">): string {
  return `${cluster}/${name}`;
}

/** Of a task that has ended: the first of its containers that failed, else 0; null where it runs on. */
export function exitCodeOf({ lastStatus, containers }: Task): number | null {
  const codes = containers.flatMap(({ exitCode }) => exitCode ?? []);
  if (lastStatus !== "STOPPED" || codes.length === 0) return null;
  return codes.find((code) => code !== 0) ?? 0;
}
