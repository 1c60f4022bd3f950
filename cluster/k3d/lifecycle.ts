import { problem, type Issue } from "../../core/validate";
import type { ClusterState, PresentCluster } from "./probe";

/** What the cluster should be, as far as it decides whether the present one can stay. */
export interface WantedCluster {
  /** Whose cluster it is to be. */
  readonly owner: string;
  readonly image: string;
  readonly agents: number;
  /** Folders of this machine, sorted. */
  readonly hostPaths: readonly string[];
  /** Ports to publish as `address:localPort:nodePort`. */
  readonly mappings: readonly string[];
}

/**
 * Which creation and which repair of the cluster an update asks for.
 *
 * A new cluster identifier replaces the cluster, a new repair id runs the ensuring script on the present
 * one. Where both are those of the present cluster, an update has nothing to do. So the truth is what
 * the machine says, never what the stack's state remembers.
 */
export interface Decision {
  readonly clusterIdentifier: string;
  readonly repairId: string;
  /** Why the present cluster cannot stay, in words; empty where it can or there is none. */
  readonly replaceReasons: readonly string[];
}

/** The warning of a cluster that cannot stay; none where it can, or there is none. */
export function replacement({ replaceReasons }: Decision, path: string): Issue[] {
  if (replaceReasons.length === 0) return [];
  return [
    {
      ...problem(
        "KECS3020",
        path,
        `the cluster is replaced, and everything in it: ${replaceReasons.join("; ")}`,
        "what tasks wrote into their volumes goes with it, but for folders of this machine in hostPaths",
      ),
      severity: "warning",
    },
  ];
}

export function decide(wanted: WantedCluster, found: ClusterState, fresh: string): Decision {
  if (found.kind === "absent")
    return { clusterIdentifier: fresh, repairId: fresh, replaceReasons: [] };

  const replaceReasons =
    found.clusterIdentifier === "" || found.repairId === ""
      ? [whyUnfinished(found)]
      : reasonsToReplace(wanted, found);
  if (replaceReasons.length > 0)
    return { clusterIdentifier: fresh, repairId: fresh, replaceReasons };

  const complete =
    found.answers &&
    !found.halted &&
    found.owner === wanted.owner &&
    wanted.mappings.every((mapping) => found.published.includes(mapping));
  return {
    clusterIdentifier: found.clusterIdentifier,
    repairId: complete ? found.repairId : fresh,
    replaceReasons,
  };
}

function whyUnfinished({ hasBalancer, repairId }: PresentCluster): string {
  // Of one that was made to its end k3d cannot make the load balancer again.
  return hasBalancer || repairId === ""
    ? "its creation was interrupted"
    : "its load balancer is gone, which holds the local ports";
}

function reasonsToReplace(wanted: WantedCluster, found: PresentCluster): string[] {
  const reasons: string[] = [];
  if (found.image !== wanted.image) {
    reasons.push(`its node image changes from ${found.image} to ${wanted.image}`);
  }
  if (found.agents !== wanted.agents) {
    reasons.push(`its number of agents changes from ${found.agents} to ${wanted.agents}`);
  }
  if (found.hostPaths.join("\n") !== wanted.hostPaths.join("\n")) {
    reasons.push(
      `the folders that it shares change from ${folders(found.hostPaths)} to ${folders(wanted.hostPaths)}`,
    );
  }
  const dropped = found.published.filter((mapping) => !wanted.mappings.includes(mapping));
  if (dropped.length > 0) {
    reasons.push(`k3d can add published ports but not remove ${summary(dropped)}`);
  }
  return reasons;
}

function folders(paths: readonly string[]): string {
  return paths.length === 0 ? "none" : paths.join(", ");
}

function summary(mappings: readonly string[]): string {
  const ports = mappings.map((mapping) => mapping.split(":").at(-2) ?? mapping);
  return ports.length <= 3
    ? ports.join(", ")
    : `${ports.slice(0, 2).join(", ")} and ${ports.length - 2} more`;
}
