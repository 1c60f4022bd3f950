import { controlPlane } from "./controlPlane";
import type { ClusterEntry } from "./entries";

/** Lets services find what their cluster says of them. */
export function registerCluster(arn: string, entry: ClusterEntry): void {
  controlPlane().clusters.set(arn, entry);
}

/** The cluster with this ARN, where this program made it. */
export function findCluster(arn: string): ClusterEntry | undefined {
  return controlPlane().clusters.get(arn);
}
