import type { TargetGroupValues } from "../../lb/targetGroup/values";

/** A target group that the tasks of a service join. */
export interface TargetModel {
  readonly group: TargetGroupValues;
  readonly containerName: string;
  readonly containerPort: number;
  /** Whether the container port bears the target group's name; the group may go by its number. */
  readonly named: boolean;
}
