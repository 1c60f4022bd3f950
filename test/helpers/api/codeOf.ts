import { AwsError } from "../../../api/world/awsError";

/** AWS's code of what a call is refused with. */
export function codeOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof AwsError) return error.code;
    throw error;
  }
  return "none";
}
