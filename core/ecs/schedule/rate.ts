import { every, type Clock, type Span } from "./clock";
import { given, malformed, unavailable, type Reading } from "./cron";

/* AWS's rate: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#rate-based */

const RATE = /^([1-9]\d{0,8})\s+(minute|hour|day)(s?)$/;
const MINUTES = { minute: 1, hour: 60, day: 1440 } as const;
const HOUR = 60;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const ZERO: readonly Span[] = [{ from: 0, to: 0, step: 1 }];

/** The clock of what stands between the parentheses of `rate(…)`, in UTC. */
export function readRate(text: string): Reading<Clock> {
  const [, digits, unit, plural] = RATE.exec(text) ?? [];
  if (digits === undefined || unit === undefined) {
    return malformed(
      `rate(${text}) is not a positive whole number and a unit`,
      "write it as rate(5 minutes), rate(1 hour) or rate(1 day)",
    );
  }
  const count = Number(digits);
  if ((count === 1) === (plural === "s")) {
    const right = `rate(${count} ${unit}${count === 1 ? "" : "s"})`;
    const number = count === 1 ? "singular" : "plural";
    return malformed(`the unit of rate(${text}) has to be in the ${number}`, `write ${right}`);
  }
  const minutes = count * MINUTES[unit as keyof typeof MINUTES];
  return clockOf(minutes) ?? uneven(text, minutes);
}

/** The clock that strikes each so many minutes without a break; undefined where there is none. */
function clockOf(minutes: number): Reading<Clock> | undefined {
  const always: Clock = {
    minutes: every("minutes"),
    hours: every("hours"),
    daysOfMonth: every("daysOfMonth"),
    months: every("months"),
    daysOfWeek: every("daysOfWeek"),
  };
  if (HOUR % minutes === 0 && minutes < HOUR) {
    return given({ ...always, minutes: every("minutes", minutes) });
  }
  if (minutes % HOUR === 0 && DAY % minutes === 0 && minutes < DAY) {
    return given({ ...always, minutes: ZERO, hours: every("hours", minutes / HOUR) });
  }
  if (minutes === DAY) return given({ ...always, minutes: ZERO, hours: ZERO });
  return minutes === WEEK
    ? given({ ...always, minutes: ZERO, hours: ZERO, daysOfWeek: ZERO })
    : undefined;
}

function uneven(text: string, minutes: number): Reading<never> {
  const even = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, DAY, WEEK];
  const near = even.reduce((best, of) =>
    Math.abs(of - minutes) < Math.abs(best - minutes) ? of : best,
  );
  return unavailable(
    `rate(${text}) cannot be kept: a CronJob goes by the clock, whose hours and days such steps do not fill`,
    `use ${rateText(near)}, or times with cron(…)`,
  );
}

function rateText(minutes: number): string {
  const [size, unit] =
    minutes % DAY === 0 ? [DAY, "day"] : minutes % HOUR === 0 ? [HOUR, "hour"] : [1, "minute"];
  const count = minutes / size;
  return `rate(${count} ${unit}${count === 1 ? "" : "s"})`;
}
