import { holds, type Clock } from "./clock";
import { wallClock } from "./wallTime";

const MINUTE = 60_000;
/** The 29th of February is eight years away at most. */
const LONGEST = 9 * 366 * 24 * 60 * MINUTE;

/**
 * The first time after another at which a clock's schedule is due, in milliseconds, as a CronJob runs:
 * an hour that the beginning of summer time leaves out has no runs, one that its end repeats has them
 * twice. Undefined where there is none.
 */
export function nextRun(clock: Clock, timeZone: string, after: number): number | undefined {
  const wallTime = wallClock(timeZone);
  const first = Math.floor(after / MINUTE) * MINUTE + MINUTE;
  for (let time = first; time < first + LONGEST;) {
    const { month, day, weekday, hour, minute } = wallTime(time);
    const isDay =
      holds(clock.months, month) &&
      holds(clock.daysOfMonth, day) &&
      holds(clock.daysOfWeek, weekday);
    if (isDay && holds(clock.hours, hour) && holds(clock.minutes, minute)) return time;
    const toNextHour = 60 - minute;
    // The last two hours of a day one by one: the day may be an hour shorter than others.
    const ofDay = isDay ? 0 : Math.max(0, 22 - hour) * 60;
    const isMinute = isDay && holds(clock.hours, hour);
    time += (isMinute ? 1 : toNextHour + ofDay) * MINUTE;
  }
  return undefined;
}
