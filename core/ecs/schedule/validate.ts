import { validateBounds, validateName } from "../../awsNames";
import { problem, type Issue } from "../../validate";
import { oneOf } from "../../validate/oneOf";
import type { ContainerModel } from "../pod/model";
import { startOrder } from "../pod/startOrder";
import { validateWhatRuns } from "../task/validate";
import { readExpression } from "./expression";
import { validateInput } from "./overrides";
import type { FlexibleTimeWindowValues, ScheduleTargetValues, ScheduleValues } from "./values";
import { isTimeZone, nearTimeZone } from "./wallTime";

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html */
const TASK_COUNT = [1, 10] as const;
const WINDOW_MINUTES = [1, 1440] as const;
const EVENT_AGE_SECONDS = [60, 86_400] as const;
const RETRY_ATTEMPTS = [0, 185] as const;

/**
 * Every problem of a schedule's arguments; `containers` are those of its task definition, which a preview
 * need not know.
 */
export function validateSchedule(
  values: ScheduleValues,
  containers: readonly ContainerModel[] | "unknown" | undefined,
  path: string,
): Issue[] {
  return [
    ...validateName("schedule", values.name, `${path}.name`),
    ...(values.groupName === undefined
      ? []
      : validateName("schedule", values.groupName, `${path}.groupName`)),
    ...validateExpression(values.scheduleExpression, `${path}.scheduleExpression`),
    ...validateTimeZone(values.scheduleExpressionTimezone, `${path}.scheduleExpressionTimezone`),
    ...oneOf(values.state, ["ENABLED", "DISABLED"], `${path}.state`),
    ...validateWindow(values.flexibleTimeWindow, `${path}.flexibleTimeWindow`),
    ...validateTarget(values.target, containers, `${path}.target`),
  ];
}

function validateExpression(text: string, path: string): Issue[] {
  const read = readExpression(text);
  if (read.kind === "read") return [];
  const code = read.kind === "malformed" ? "KECS1039" : "KECS1013";
  return [problem(code, path, read.message, read.hint)];
}

function validateTimeZone(text: string | undefined, path: string): Issue[] {
  if (text === undefined || isTimeZone(text)) return [];
  const near = nearTimeZone(text);
  return [
    problem(
      "KECS1039",
      path,
      `"${text}" is not the name of a time zone`,
      near === undefined
        ? 'use a name of the IANA database, such as "Europe/Berlin" or "UTC"'
        : `did you mean "${near}"?`,
    ),
  ];
}

function validateWindow(window: FlexibleTimeWindowValues | undefined, path: string): Issue[] {
  if (window === undefined) return [];
  const { mode, maximumWindowInMinutes: minutes } = window;
  const at = `${path}.maximumWindowInMinutes`;
  return [
    ...oneOf(mode, ["OFF", "FLEXIBLE"], `${path}.mode`),
    ...validateBounds(minutes, WINDOW_MINUTES, at, "minutes"),
    ...(mode === "FLEXIBLE" && minutes === undefined
      ? [problem("KECS1009", at, "is missing", "give the window's minutes, 1 to 1440")]
      : []),
    ...(mode === "OFF" && minutes !== undefined
      ? [problem("KECS1015", at, "is given, and the mode is OFF", "leave it out, or use FLEXIBLE")]
      : []),
  ];
}

function validateTarget(
  { arn, input, retryPolicy = {}, ecsParameters }: ScheduleTargetValues,
  containers: readonly ContainerModel[] | "unknown" | undefined,
  path: string,
): Issue[] {
  const { taskDefinitionArn, taskCount } = ecsParameters;
  const definition = `${path}.ecsParameters.taskDefinitionArn`;
  const retry = `${path}.retryPolicy`;
  return [
    ...validateWhatRuns(
      { arn, path: `${path}.arn` },
      { arn: taskDefinitionArn, path: definition },
      containers,
    ),
    ...validateEssential(containers, definition),
    ...validateBounds(taskCount, TASK_COUNT, `${path}.ecsParameters.taskCount`),
    ...validateBounds(
      retryPolicy.maximumEventAgeInSeconds,
      EVENT_AGE_SECONDS,
      `${retry}.maximumEventAgeInSeconds`,
      "seconds",
    ),
    ...validateBounds(
      retryPolicy.maximumRetryAttempts,
      RETRY_ATTEMPTS,
      `${retry}.maximumRetryAttempts`,
    ),
    ...validateInput(input, containers, `${path}.input`),
  ];
}

/** ECS stops a task when the first of its essential containers ends; nothing in the cluster does. */
function validateEssential(
  containers: readonly ContainerModel[] | "unknown" | undefined,
  path: string,
): Issue[] {
  if (containers === undefined || containers === "unknown") return [];
  const { last } = startOrder(containers, true);
  if (last.length < 2) return [];
  const names = last.map(({ name }) => `"${name}"`).join(" and ");
  return [
    problem(
      "KECS1013",
      path,
      `the essential containers ${names} run side by side, and the end of one would not stop the others`,
      "set essential: false on those that are to stop with the task",
    ),
  ];
}
