import { wallClock } from "../../core/ecs/schedule/wallTime";
import { fullName, type Schedule, type ScheduleRun } from "../../core/ecs/observed/task";
import type { Style } from "../ui/style";
import { table } from "../ui/table";
import { age } from "./age";

const HEAD = ["SCHEDULE", "EXPRESSION", "STATE", "TASK", "LAST RUN", "NEXT RUN"];

/** A row for each schedule; times are those of its time zone. */
export function schedulesText(schedules: readonly Schedule[], now: number, style: Style): string {
  return table(
    HEAD,
    schedules.map((of) => rowOf(of, now)),
    style.bold,
  );
}

function rowOf(of: Schedule, now: number): string[] {
  const { name, groupName, cluster, task, lastRun, nextRun, state } = of;
  const zone = of.scheduleExpressionTimezone;
  return [
    groupName === "default" ? name : `${groupName}/${name}`,
    of.scheduleExpression,
    state,
    fullName({ cluster, name: task }),
    lastRun === null ? "none" : `${timeText(lastRun.scheduledAt, zone)}${outcome(lastRun)}`,
    nextRun === null
      ? "none"
      : `${timeText(nextRun, zone)} ${zone} (in ${age(Date.parse(nextRun) - now)})`,
  ];
}

function outcome({ lastStatus, exitCode }: ScheduleRun): string {
  if (lastStatus === null) return "";
  return exitCode === null ? `, ${lastStatus}` : `, ${lastStatus} (${exitCode})`;
}

/** `2026-01-02 03:04`. */
function timeText(time: string, zone: string): string {
  const { year, month, day, hour, minute } = wallClock(zone)(Date.parse(time));
  const two = (value: number) => String(value).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}
