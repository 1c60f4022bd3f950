import { AwsError } from "../../../api/world/awsError";

/** Code and message of the error with which an operation refuses its input. */
export function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof AwsError) return `${error.code} ${error.message}`;
    throw error;
  }
  return "nothing was refused";
}
