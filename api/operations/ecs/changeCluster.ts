import type { Cluster } from "@aws-sdk/client-ecs";
import type { Answer } from "../../world/operation";
import type { World } from "../../world/world";
import { activeCluster, nameOf } from "./find/clusters";
import { putAgain } from "./put";
import { refuseOfPulumi } from "./refuse";
import { ALL_FIELDS, describedCluster, type ClusterEcho } from "./shapes/cluster";

/** Changes what a cluster echoes. */
export function changeCluster(
  world: World,
  given: string | undefined,
  changed: Partial<ClusterEcho>,
): Answer<{ cluster: Cluster }> {
  const cluster = activeCluster(world, given);
  refuseOfPulumi(cluster, `cluster ${nameOf(cluster)}`);
  const echo = { ...cluster.echo, ...changed };
  return {
    output: { cluster: describedCluster({ ...cluster, echo }, world, ALL_FIELDS) },
    changes: [putAgain(cluster, { echo })],
  };
}
