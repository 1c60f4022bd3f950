import { nameFromArn } from "../arn";

/**
 * The label by which tasks are found under a service's name. It is made of the id in the ARN, so
 * that a service of another stack can be joined by its ARN alone.
 */
function registryLabel(id: string): string {
  return `discovery.kecs.dev/${id}`;
}

/** Labels of a pod that makes it answer to the names of registries; empty where an ARN is of none. */
export function registryLabels(...registryArns: readonly string[]): Record<string, string> {
  const ids = registryArns.flatMap((arn) => nameFromArn("discoveryService", arn) ?? []);
  return Object.fromEntries(ids.map((id) => [registryLabel(id), "true"]));
}
