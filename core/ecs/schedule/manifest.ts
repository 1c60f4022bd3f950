import { labels, NAMESPACE, SKIP_AWAIT } from "../../labels";
import { kubernetesName } from "../../naming";
import type { TaskModel } from "../pod/model";
import type { PodConnection } from "../pod/podTemplate";
import { taskPod } from "../task/manifest";
import type { ScheduleModel } from "./model";

/** On a CronJob and the pods of its tasks: the CronJob's name. */
export const SCHEDULE_LABEL = "kecs.dev/schedule";

/** A CronJob's name leaves room for the time that is in the names of its Jobs. */
const LONGEST = 52;
/** How many runs of each outcome are kept with their logs. */
const KEPT_RUNS = 3;

/** Name of the CronJob; a group other than AWS's own is part of it. */
export function cronJobName(of: Pick<ScheduleModel, "name" | "groupName">): string {
  const whole = of.groupName === "default" ? of.name : `${of.groupName}/${of.name}`;
  return kubernetesName(whole, LONGEST);
}

/** The part of the CronJob that names it. */
export function scheduleFrame(of: Pick<ScheduleModel, "name" | "groupName">) {
  const name = cronJobName(of);
  return {
    metadata: {
      name,
      namespace: NAMESPACE,
      labels: labels("schedule", { "app.kubernetes.io/name": name, [SCHEDULE_LABEL]: name }),
      annotations: { ...SKIP_AWAIT },
    },
  };
}

/** What a schedule's CronJob does. */
export interface ScheduleSettings {
  readonly connection: PodConnection;
  /** What is said of each task when it starts. */
  readonly run: object;
}

/**
 * The spec of the CronJob of a schedule. Each run is a Job: whatever its tasks end with, none of them is
 * started again, and the end of one leaves the others alone.
 */
export function scheduleSpec(
  of: ScheduleModel,
  task: TaskModel,
  { connection, run }: ScheduleSettings,
) {
  const name = cronJobName(of);
  const template = taskPod(task, {
    connection,
    cluster: of.cluster,
    name,
    run,
    owner: "pulumi",
    labels: { [SCHEDULE_LABEL]: name },
  });
  const noRetry =
    of.taskCount === 1
      ? { backoffLimit: 0 }
      : { completionMode: "Indexed", backoffLimitPerIndex: 0 };
  return {
    schedule: of.schedule,
    timeZone: of.timeZone,
    suspend: !of.isEnabled,
    concurrencyPolicy: "Allow",
    startingDeadlineSeconds: of.lateSeconds,
    successfulJobsHistoryLimit: KEPT_RUNS,
    failedJobsHistoryLimit: KEPT_RUNS,
    jobTemplate: {
      metadata: { labels: labels("schedule", { [SCHEDULE_LABEL]: name }) },
      spec: {
        parallelism: of.taskCount,
        completions: of.taskCount,
        ...noRetry,
        // A pod that somebody removes counts as a task that ended, and is not replaced.
        podReplacementPolicy: "Failed",
        template,
      },
    },
  };
}
