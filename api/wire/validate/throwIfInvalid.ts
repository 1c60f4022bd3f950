import { AwsError } from "../../world/awsError";
import { validateInput } from "./validateInput";

/** The code of a service, or of one operation, for an input that its model refuses. */
const CODES: Readonly<Record<string, string>> = {
  acm: "ValidationException",
  ec2: "InvalidParameterValue",
  ecs: "InvalidParameterException",
  "ecs RegisterTaskDefinition": "ClientException",
  elasticloadbalancing: "ValidationError",
  logs: "InvalidParameterException",
};
const MOST = 20;

/** @throws AwsError with everything that the model says against an input */
export function throwIfInvalid(
  service: string,
  operation: string,
  input: Readonly<Record<string, unknown>>,
): void {
  const found = validateInput(service, operation, input);
  if (found.length === 0) return;
  const errors = found.length === 1 ? "1 validation error" : `${found.length} validation errors`;
  const sentences = found.slice(0, MOST).join("; ") + (found.length > MOST ? "; ..." : "");
  const code = CODES[`${service} ${operation}`] ?? CODES[service] ?? "ValidationError";
  throw new AwsError(code, `${errors} detected: ${sentences}`);
}
