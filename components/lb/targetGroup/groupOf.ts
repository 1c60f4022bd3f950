import { lookup } from "../../controlPlane/program";
import type { TargetGroup } from "../../../core/lb/model";
import { foreignTargetGroup } from "../../../core/lb/targetGroup/model";
import type { PublishedTargetGroup } from "./targetGroup";

/** What a listener has to know of the target group with this ARN, where this program made it. */
export function knownGroup(arn: string): TargetGroup | undefined {
  return lookup<PublishedTargetGroup>(arn)?.model;
}

/** The same of any target group; one of another stack is known by its ARN alone. */
export function groupOf(arn: string): TargetGroup {
  return knownGroup(arn) ?? foreignTargetGroup(arn);
}
