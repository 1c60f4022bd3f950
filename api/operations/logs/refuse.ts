import { AwsError } from "../../world/awsError";

/** AWS's code for a value that the operation does not take. */
export function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}

export function unknown(what: "group" | "stream"): AwsError {
  return new AwsError("ResourceNotFoundException", `The specified log ${what} does not exist.`);
}
