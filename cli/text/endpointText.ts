import type { InstanceEndpoint } from "../../core/outputs/endpoints";

/** A port that leads to a service, on one line. */
export function endpointText({
  url,
  service,
  containerName,
  containerPort,
}: InstanceEndpoint): string {
  return `${url}  service ${service}, container ${containerName}:${containerPort}`;
}
