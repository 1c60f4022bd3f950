import { nameFromArn } from "../../arn";
import { validateBounds } from "../../awsNames";
import { problem, type Issue } from "../../validate";
import type { EcsServiceValues } from "./values/service";

const PORT = [1, 65535] as const;

/** Every problem of how a service is to be found by others. */
export function validateDiscovery(values: EcsServiceValues, path: string): Issue[] {
  const { serviceRegistries: registry } = values;
  const at = `${path}.serviceRegistries`;
  const issues: Issue[] = [
    ...validateBounds(registry?.port, PORT, `${at}.port`),
    ...validateBounds(registry?.containerPort, PORT, `${at}.containerPort`),
  ];
  if (
    registry !== undefined &&
    nameFromArn("discoveryService", registry.registryArn) === undefined
  ) {
    issues.push(
      problem(
        "KECS1010",
        `${path}.serviceRegistries.registryArn`,
        `"${registry.registryArn}" is not the ARN of a service of Cloud Map`,
        "pass the arn output of a DiscoveryService",
      ),
    );
  }
  return issues;
}
