import { nameFromArn, scheduleArn } from "../../arn";
import type { RecordContent } from "../../records/manifest";
import { cronJobName } from "./manifest";
import { groupOf, timeZoneOf } from "./model";
import type { ResolvedSchedule } from "./values";

/** What the record of a schedule says of it, in the words of its arguments. */
export interface ScheduleAttributes {
  readonly name: string;
  readonly groupName: string;
  readonly description?: string;
  readonly scheduleExpression: string;
  readonly scheduleExpressionTimezone: string;
  readonly state: string;
  /** The cluster's name. */
  readonly cluster: string;
  readonly taskDefinition: string;
  readonly taskCount: number;
}

/** The ARN of a schedule. */
export function scheduleArnOf(of: ResolvedSchedule): string {
  return scheduleArn(of.connection, groupOf(of), of.name);
}

/** The record of a schedule. */
export function scheduleRecord(of: ResolvedSchedule): RecordContent<ScheduleAttributes> {
  const { arn, ecsParameters } = of.target;
  const groupName = groupOf(of);
  return {
    key: `schedule-${cronJobName({ name: of.name, groupName })}`,
    arn: scheduleArnOf(of),
    attributes: {
      name: of.name,
      groupName,
      ...(of.description === undefined ? {} : { description: of.description }),
      scheduleExpression: of.scheduleExpression,
      scheduleExpressionTimezone: timeZoneOf(of),
      state: of.state ?? "ENABLED",
      cluster: nameFromArn("cluster", arn) ?? "",
      taskDefinition: ecsParameters.taskDefinitionArn,
      taskCount: ecsParameters.taskCount ?? 1,
    },
  };
}
