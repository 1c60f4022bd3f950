import { AwsError } from "../../world/awsError";
import type { AwsObject } from "../../world/world";

/** AWS's code for a value that the operation does not take. */
export const INVALID = "InvalidParameterException";
/** AWS's code for what the service, or here the instance, does not have. */
export const UNSUPPORTED = "UnsupportedFeatureException";

export function invalid(message: string): AwsError {
  return new AwsError(INVALID, message);
}

export function unsupported(message: string): AwsError {
  return new AwsError(UNSUPPORTED, message);
}

/** Refuses to change what a Pulumi program made; the program would change it back. */
export function refuseOfPulumi(object: AwsObject, what: string): void {
  if (object.owner === "api") return;
  throw invalid(
    `The ${what} belongs to the Pulumi stack "${object.stack}". Change it in that stack's program, and run pulumi up.`,
  );
}
