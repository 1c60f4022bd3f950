import { readRecord, type RecordConfigMap } from "../../records/records";
import { conditionOf, type CronJob, type Job, type Pod } from "../observed/kubernetesObjects";
import { taskId } from "../observed/podTask";
import { distinctWorkloads } from "../observed/readTasks";
import {
  exitCodeOf,
  type Schedule,
  type ScheduleRun,
  type Task,
  type Tasks,
  type Workload,
} from "../observed/task";
import { readExpression } from "./expression";
import { cronJobName } from "./manifest";
import { clockZone } from "./model";
import { nextRun } from "./nextRun";
import type { ScheduleAttributes } from "./record";

/** The Job that a pod belongs to; Kubernetes labels it. */
const JOB_LABEL = "batch.kubernetes.io/job-name";

/** What the cluster has of schedules. */
interface ScheduleObjects {
  readonly configMaps: readonly RecordConfigMap[];
  readonly cronJobs: readonly CronJob[];
  readonly jobs: readonly Job[];
  readonly pods: readonly Pod[];
}

/** Services and tasks with the schedules among what the cluster has, at a time. */
export function withSchedules(
  { workloads, tasks }: Omit<Tasks, "schedules">,
  items: readonly { readonly kind: string }[],
  now: number,
): Tasks {
  const ofKind = <T>(kind: string) => items.filter((of) => of.kind === kind) as unknown as T[];
  const objects = {
    configMaps: ofKind<RecordConfigMap>("ConfigMap"),
    cronJobs: ofKind<CronJob>("CronJob"),
    jobs: ofKind<Job>("Job"),
    pods: ofKind<Pod>("Pod"),
  };
  const schedules = readSchedules(objects, tasks, now);
  const started = schedules.map(({ cluster, task: name }): Workload => ({
    cluster,
    name,
    kind: "task",
  }));
  return { workloads: distinctWorkloads([...workloads, ...started]), tasks, schedules };
}

/** The schedules by name, with their runs. */
function readSchedules(objects: ScheduleObjects, tasks: readonly Task[], now: number): Schedule[] {
  return objects.configMaps
    .flatMap((configMap) => {
      const record = readRecord(configMap);
      if (record === undefined || !("kind" in record) || record.kind !== "schedule") return [];
      const attributes = record.attributes as unknown as ScheduleAttributes;
      const name = cronJobName(attributes);
      const cronJob = objects.cronJobs.find(({ metadata }) => metadata.name === name);
      const lastTime = cronJob?.status?.lastScheduleTime ?? undefined;
      return [
        {
          arn: record.arn,
          name: attributes.name,
          groupName: attributes.groupName,
          cluster: attributes.cluster,
          task: familyOf(attributes.taskDefinition),
          scheduleExpression: attributes.scheduleExpression,
          scheduleExpressionTimezone: attributes.scheduleExpressionTimezone,
          state: cronJob === undefined ? "MISSING" : cronJob.spec?.suspend ? "DISABLED" : "ENABLED",
          lastRun: lastTime === undefined ? null : runAt(lastTime, name, objects, tasks),
          nextRun: cronJob?.spec?.suspend === false ? nextTime(attributes, now) : null,
        } as const,
      ];
    })
    .sort((a, b) => a.name.localeCompare(b.name) || a.groupName.localeCompare(b.groupName));
}

/** The tasks of the run at a time: the name of its Job ends with the minutes since 1970. */
function runAt(
  time: string,
  name: string,
  { jobs, pods }: ScheduleObjects,
  tasks: readonly Task[],
): ScheduleRun {
  const jobName = `${name}-${Math.floor(Date.parse(time) / 60_000)}`;
  const ids = pods
    .filter(({ metadata: { labels = {} } }) => labels[JOB_LABEL] === jobName)
    .map(taskId);
  const own = tasks.filter(({ id }) => ids.includes(id));
  const job = jobs.find(({ metadata }) => metadata.name === jobName);
  const live = own.find(({ lastStatus }) => lastStatus !== "STOPPED");
  const codes = own.flatMap((task) => exitCodeOf(task) ?? []);
  const hasEnded = job === undefined ? own.length > 0 : isOver(job);
  const bad = codes.find((code) => code !== 0);
  // One of several tasks that could not start has left no code.
  const good = job !== undefined && hasFailed(job) ? null : (codes[0] ?? null);
  return {
    scheduledAt: time,
    tasks: own.map(({ id }) => id),
    lastStatus: live?.lastStatus ?? (hasEnded ? "STOPPED" : own.length > 0 ? "RUNNING" : null),
    exitCode: live === undefined && hasEnded ? (bad ?? good) : null,
  };
}

/** Whether a Job has ended: also where its pods are gone, as those of tasks that could not start. */
function isOver(job: Job): boolean {
  return hasFailed(job) || conditionOf(job.status?.conditions, "Complete")?.status === "True";
}

function hasFailed({ status }: Job): boolean {
  return conditionOf(status?.conditions, "Failed")?.status === "True";
}

function nextTime(of: ScheduleAttributes, now: number): string | null {
  const read = readExpression(of.scheduleExpression);
  if (read.kind !== "read") return null;
  const zone = clockZone(read.value, of.scheduleExpressionTimezone);
  const time = nextRun(read.value.clock, zone, now);
  return time === undefined ? null : new Date(time).toISOString();
}

/** `web` of `arn:…:task-definition/web:1`. */
function familyOf(taskDefinition: string): string {
  return /([^/:]+):\d+$/.exec(taskDefinition)?.[1] ?? taskDefinition;
}
