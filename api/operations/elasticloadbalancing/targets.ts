import type { TargetDescription } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { AwsObject } from "../../world/world";
import { recordedTargetGroup } from "../../../core/lb/targetGroup/record";

/** An address and a port at which a target group has a target. */
export interface Target {
  readonly id: string;
  readonly port: number;
}

/** The targets that callers registered, or that a Pulumi program lists. */
export function registeredTargets(group: AwsObject): Target[] {
  return (recordedTargetGroup(group).targets ?? []).map((text) => {
    const colon = text.lastIndexOf(":");
    return { id: text.slice(0, colon), port: Number(text.slice(colon + 1)) };
  });
}

/** A target as a caller writes it: at the target group's port where none is given. */
export function toTarget(group: AwsObject, { Id: id = "", Port }: TargetDescription): Target {
  return { id, port: Port ?? recordedTargetGroup(group).port ?? 0 };
}

/** How the record of a target group calls a target. */
export function targetText({ id, port }: Target): string {
  return `${id}:${port}`;
}

/** The zones that callers named, by how the record calls the targets. */
export function zonesOf({ echo }: AwsObject): Readonly<Record<string, string>> {
  return (echo["Zones"] ?? {}) as Record<string, string>;
}
