import { nameFromArn } from "../../arn";
import type { EcsTaskValues } from "../task/values";
import { cronJobSchedule } from "./clock";
import { readExpression, type Expression } from "./expression";
import { overridesOf } from "./overrides";
import type { ScheduleValues } from "./values";

const DEFAULT_GROUP = "default";
const DEFAULT_TIME_ZONE = "UTC";
const DEFAULT_EVENT_AGE_SECONDS = 60;
/** As long as ECS lets it be: AWS cuts off what is behind. */
const STARTED_BY_LENGTH = 36;

/** A schedule with every default filled in. */
export interface ScheduleModel {
  readonly name: string;
  readonly groupName: string;
  /** The name of the ECS cluster. */
  readonly cluster: string;
  readonly isEnabled: boolean;
  /** Of the CronJob. */
  readonly schedule: string;
  readonly timeZone: string;
  readonly taskCount: number;
  readonly lateSeconds: number;
}

/** The model of arguments that passed validation. */
export function scheduleModel(of: ScheduleValues): ScheduleModel {
  const { retryPolicy = {}, ecsParameters, arn } = of.target;
  const expression = expressionOf(of.scheduleExpression);
  return {
    name: of.name,
    groupName: groupOf(of),
    cluster: nameFromArn("cluster", arn) ?? "",
    isEnabled: of.state !== "DISABLED",
    schedule: cronJobSchedule(expression.clock),
    timeZone: clockZone(expression, timeZoneOf(of)),
    taskCount: ecsParameters.taskCount ?? 1,
    lateSeconds: retryPolicy.maximumEventAgeInSeconds ?? DEFAULT_EVENT_AGE_SECONDS,
  };
}

/** The same tasks as arguments of RunTask, which EventBridge Scheduler calls. */
export function scheduledTask({ name, target }: ScheduleValues): EcsTaskValues {
  const { taskDefinitionArn, group, tags } = target.ecsParameters;
  return {
    cluster: target.arn,
    taskDefinition: taskDefinitionArn,
    overrides: overridesOf(target.input),
    group,
    tags,
    startedBy: `chronos-schedule/${name}`.slice(0, STARTED_BY_LENGTH),
  };
}

export function groupOf({ groupName }: Pick<ScheduleValues, "groupName">): string {
  return groupName ?? DEFAULT_GROUP;
}

export function timeZoneOf(of: Pick<ScheduleValues, "scheduleExpressionTimezone">): string {
  return of.scheduleExpressionTimezone ?? DEFAULT_TIME_ZONE;
}

/** The time zone that the clock of an expression goes by. */
export function clockZone({ isZoned }: Expression, timeZone: string): string {
  return isZoned ? timeZone : "UTC";
}

function expressionOf(text: string): Expression {
  const read = readExpression(text);
  if (read.kind !== "read") throw new Error(`no schedule expression: ${text}`);
  return read.value;
}
