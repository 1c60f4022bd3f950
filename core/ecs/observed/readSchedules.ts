import { clockZone } from "../schedule/model";
import { readExpression } from "../schedule/expression";
import { cronJobName, SCHEDULE_LABEL } from "../schedule/manifest";
import { nextRun } from "../schedule/nextRun";
import type { ScheduleAttributes } from "../schedule/record";
import { readRecord, type RecordConfigMap } from "../../records/records";
import type { CronJob, Pod } from "./kubernetesObjects";
import { taskId } from "./podTask";
import { exitCodeOf, type Schedule, type ScheduleRun, type Task } from "./task";

/** The Job that a pod belongs to; Kubernetes labels it. */
const JOB_LABEL = "batch.kubernetes.io/job-name";

/** What the cluster has of schedules. */
export interface ScheduleObjects {
  readonly configMaps: readonly RecordConfigMap[];
  readonly cronJobs: readonly CronJob[];
  readonly pods: readonly Pod[];
}

/** The schedules of an instance by name, with their runs, at a time. */
export function readSchedules(
  { configMaps, cronJobs, pods }: ScheduleObjects,
  tasks: readonly Task[],
  now: number,
): Schedule[] {
  return configMaps
    .flatMap((configMap) => {
      const record = readRecord(configMap);
      if (record === undefined || !("kind" in record) || record.kind !== "schedule") return [];
      const attributes = record.attributes as unknown as ScheduleAttributes;
      const name = cronJobName(attributes);
      const cronJob = cronJobs.find(({ metadata }) => metadata.name === name);
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
          lastRun: lastTime === undefined ? null : runAt(lastTime, name, pods, tasks),
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
  pods: readonly Pod[],
  tasks: readonly Task[],
): ScheduleRun {
  const job = `${name}-${Math.floor(Date.parse(time) / 60_000)}`;
  const ids = pods
    .filter(
      ({ metadata: { labels = {} } }) =>
        labels[SCHEDULE_LABEL] === name && labels[JOB_LABEL] === job,
    )
    .map(taskId);
  const own = tasks.filter(({ id }) => ids.includes(id));
  const live = own.find(({ lastStatus }) => lastStatus !== "STOPPED");
  const codes = own.map(exitCodeOf);
  return {
    scheduledAt: time,
    tasks: own.map(({ id }) => id),
    lastStatus: live?.lastStatus ?? own[0]?.lastStatus ?? null,
    exitCode: live === undefined ? (codes.find((code) => code !== 0) ?? codes[0] ?? null) : null,
  };
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
