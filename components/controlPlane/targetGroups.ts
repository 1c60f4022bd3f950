import type { TargetGroup } from "../../core/lb/model";
import { controlPlane } from "./controlPlane";
import type { TargetGroupEntry } from "./entries";

/** Lets listeners, rules and services find a target group by its ARN. */
export function registerTargetGroup(arn: string, entry: TargetGroupEntry): void {
  controlPlane().targetGroups.set(arn, entry);
}

/** The target group with this ARN, where this program made it. */
export function findTargetGroup(arn: string): TargetGroupEntry | undefined {
  return controlPlane().targetGroups.get(arn);
}

/** What a listener has to know of the target group with this ARN, where this program made it. */
export function knownGroup(arn: string): TargetGroup | undefined {
  return findTargetGroup(arn)?.model;
}
