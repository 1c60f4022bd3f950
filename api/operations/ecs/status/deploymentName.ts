import { digest } from "../../../../core/naming";

const DIGITS = 19;

/** The digits of a deployment's id, by the service and by what its pods are called. */
export function deploymentDigits(service: string, deployment: string): string {
  const number = BigInt(`0x${digest(`${service}/${deployment}`, 16)}`) % 10n ** BigInt(DIGITS);
  return number.toString().padStart(DIGITS, "0");
}

/** The id of a deployment as AWS writes it. */
export function deploymentNumber(service: string, deployment: string): string {
  return `ecs-svc/${deploymentDigits(service, deployment)}`;
}
