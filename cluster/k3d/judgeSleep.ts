import { problem, type Issue } from "../../core/validate";
import { clusterName } from "./names";
import type { ClusterState } from "./probe";

/**
 * The issue of a cluster that an update cannot work on because it is paused: Pulumi would wait in it for
 * minutes. None where it runs, or is not there.
 */
export function judgeSleep(found: ClusterState, instance: string): Issue[] {
  if (found.kind === "absent" || !found.asleep) return [];
  const cluster = clusterName(instance);
  const containers = `$(docker ps -q --filter label=k3d.cluster=${cluster} --filter status=paused)`;
  return [
    problem(
      "KECS3022",
      cluster,
      "the cluster is paused, so nothing in it can be seen or changed",
      `wake it: kecs wake, or docker unpause ${containers}`,
    ),
  ];
}
