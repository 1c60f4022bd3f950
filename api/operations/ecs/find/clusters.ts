import { nameFromArn } from "../../../../core/arn";
import { AwsError } from "../../../world/awsError";
import { ofKind, type AwsObject, type World } from "../../../world/world";
import { isActive, isForgotten } from "./lifetime";

export const DEFAULT_CLUSTER = "default";

/** The name of a cluster that is given by its name or its ARN. */
export function clusterName(given: string = DEFAULT_CLUSTER): string {
  return nameFromArn("cluster", given) ?? given;
}

/** What the record of a cluster calls it. */
export function nameOf({ attributes }: Pick<AwsObject, "attributes">): string {
  return String(attributes["name"]);
}

/** A cluster by its name or ARN, for as long as it can be described. */
export function findCluster(world: World, given?: string): AwsObject | undefined {
  const name = clusterName(given);
  return ofKind(world, "cluster").find(
    (cluster) => nameOf(cluster) === name && !isForgotten(cluster, world),
  );
}

/** A cluster that services can be in. */
export function activeCluster(world: World, given?: string): AwsObject {
  const found = findCluster(world, given);
  if (found === undefined || !isActive(found)) {
    throw new AwsError("ClusterNotFoundException", "Cluster not found.");
  }
  return found;
}
