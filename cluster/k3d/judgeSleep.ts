import { problem, type Issue } from "../../core/validate";
import { clusterName } from "./names";
import type { ClusterState } from "./probe";

/** The issue of a cluster that an update cannot work on because it is paused; none where it runs, or is not there. */
export function judgeSleep(found: ClusterState, instance: string): Issue[] {
  return found.kind === "present" && found.asleep ? [sleepIssue(instance)] : [];
}

/** The issue itself: without it, Pulumi would wait in the cluster for minutes. */
export function sleepIssue(instance: string): Issue {
  const cluster = clusterName(instance);
  const containers = `$(docker ps -q --filter label=k3d.cluster=${cluster} --filter status=paused)`;
  return problem(
    "KECS3023",
    cluster,
    "the cluster is paused, so nothing in it can be seen or changed",
    `wake it: kecs wake, or docker unpause ${containers}`,
  );
}
