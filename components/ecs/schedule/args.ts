import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../../core/connection";
import type { ScheduleTargetValues, ScheduleValues } from "../../../core/ecs/schedule/values";
import type { InputsOf } from "../../inputs/inputsOf";

/**
 * Arguments of a Schedule, shaped like those of `aws.scheduler.Schedule`.
 * https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
 */
export interface ScheduleArgs extends InputsOf<Omit<ScheduleValues, "name">> {
  /** The instance that the tasks run in. A change replaces the schedule. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * Name of the schedule: 1 to 64 letters, digits, hyphens, underscores and dots. A change replaces it.
   *
   * @default the component's name
   */
  readonly name?: pulumi.Input<string> | undefined;
}

/** What a schedule starts: tasks of a cluster. */
export interface ScheduleTargetArgs extends InputsOf<ScheduleTargetValues> {}
