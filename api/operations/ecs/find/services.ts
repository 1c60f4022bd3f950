import { AwsError } from "../../../world/awsError";
import { ofKind, type AwsObject, type World } from "../../../world/world";
import { serviceAttributes } from "../../../../core/ecs/service/record";
import { isActive, isForgotten } from "./lifetime";

const ARN = /^arn:[^:]+:ecs:[^:]*:[^:]*:service\/(?:([^/]+)\/)?([^/]+)$/;

/** The services of a cluster, those that ended lately included. */
export function servicesIn(world: World, cluster: string): AwsObject[] {
  return ofKind(world, "svc").filter(
    (service) => serviceAttributes(service).cluster === cluster && !isForgotten(service, world),
  );
}

/** A service of a cluster by its name or its ARN, for as long as it can be described. */
export function findService(world: World, cluster: string, given: string): AwsObject | undefined {
  const [, inCluster = cluster, name = given] = ARN.exec(given) ?? [];
  if (inCluster !== cluster) return undefined;
  return servicesIn(world, cluster).find((service) => serviceAttributes(service).name === name);
}

/** A service that can be changed. */
export function activeService(world: World, cluster: string, given: string): AwsObject {
  const found = findService(world, cluster, given);
  if (found === undefined) throw new AwsError("ServiceNotFoundException", "Service not found.");
  if (!isActive(found)) {
    throw new AwsError("ServiceNotActiveException", "Service was not ACTIVE.");
  }
  return found;
}

/** Removes the records of services that ended long ago. */
export function forgetServices(world: World, but?: string) {
  return ofKind(world, "svc")
    .filter((service) => isForgotten(service, world) && service.key !== but)
    .map(({ key }) => ({ kind: "remove" as const, key }));
}
