import type { Clock } from "./clock";
import { malformed, readCron, unavailable, type Reading } from "./cron";
import { readRate } from "./rate";

/** A schedule expression that a CronJob can keep. */
export interface Expression {
  readonly clock: Clock;
  /** Whether the clock is that of the schedule's time zone: a rate counts hours and days in UTC. */
  readonly isZoned: boolean;
}

const FORM = /^(cron|rate|at)\((.*)\)$/;
const ONE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

/**
 * Reads a schedule expression as AWS does.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export function readExpression(text: string): Reading<Expression> {
  const [, form, inner = ""] = FORM.exec(text) ?? [];
  switch (form) {
    case "cron":
      return expressionOf(readCron(inner), true);
    case "rate":
      return expressionOf(readRate(inner), false);
    case "at":
      return ONE_TIME.test(inner)
        ? unavailable(
            `"${text}" cannot be kept: a CronJob repeats its runs`,
            "run the task by an EcsTask or by kecs run",
          )
        : malformed(
            `"${text}" is not a time as AWS takes it`,
            "write it as at(2030-01-31T12:00:00)",
          );
    case undefined:
    default:
      return malformed(
        `"${text}" is not a schedule expression`,
        "write it as rate(5 minutes) or cron(0 12 * * ? *)",
      );
  }
}

function expressionOf(read: Reading<Clock>, isZoned: boolean): Reading<Expression> {
  return read.kind === "read" ? { kind: "read", value: { clock: read.value, isZoned } } : read;
}
