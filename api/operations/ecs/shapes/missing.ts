import type { Failure } from "@aws-sdk/client-ecs";

/** What AWS says of an object that is asked for and is not there. */
export function missing(arn: string): Failure {
  return { arn, reason: "MISSING" };
}
