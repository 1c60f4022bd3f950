import type { AwsObject, World } from "../../../world/world";

/** So long a service or a cluster can be described after its end; AWS names no time. */
const KEPT_MS = 60 * 60 * 1000;

/** ACTIVE unless its record says otherwise. */
export function statusOf({ attributes }: Pick<AwsObject, "attributes">): string {
  return typeof attributes["status"] === "string" ? attributes["status"] : "ACTIVE";
}

export function isActive(object: Pick<AwsObject, "attributes">): boolean {
  return statusOf(object) === "ACTIVE";
}

/** What the record of an object says that has ended. */
export function inactiveAt(now: Date) {
  return { status: "INACTIVE", inactiveSince: now.toISOString() };
}

/** Whether an object ended so long ago that nobody sees it any more. */
export function isForgotten(
  { attributes }: Pick<AwsObject, "attributes">,
  { now }: Pick<World, "now">,
): boolean {
  const since = attributes["inactiveSince"];
  return typeof since === "string" && now.getTime() - Date.parse(since) > KEPT_MS;
}
