import { problem, type Code, type Issue } from "../../core/validate";
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
  /** Why k3d's load balancer of a cluster that stays is made anew, in words; empty where it is not. */
  readonly balancerReasons: readonly string[];
}

/** The warnings of an update that makes a cluster anew, or what publishes its ports; none for others. */
export function replacement(
  { replaceReasons, balancerReasons }: Pick<Decision, "replaceReasons" | "balancerReasons">,
  path: string,
): Issue[] {
  const warn = (code: Code, message: string, hint: string): Issue => ({
    ...problem(code, path, message, hint),
    severity: "warning",
  });
  if (replaceReasons.length > 0) {
    return [
      warn(
        "KECS3020",
        `the cluster is replaced, and everything in it: ${replaceReasons.join("; ")}`,
        "what tasks wrote into their volumes goes with it, but for folders of this machine in hostPaths",
      ),
    ];
  }
  if (balancerReasons.length === 0) return [];
  return [
    warn(
      "KECS3021",
      `the load balancer that publishes the local ports is made anew: ${balancerReasons.join("; ")}`,
      "for some seconds no URL answers; the tasks run on",
    ),
  ];
}

export function decide(wanted: WantedCluster, found: ClusterState, fresh: string): Decision {
  const anew = (replaceReasons: readonly string[]): Decision => ({
    ...{ clusterIdentifier: fresh, repairId: fresh },
    ...{ replaceReasons, balancerReasons: [] },
  });
  if (found.kind === "absent") {
    return anew(found.published === undefined ? [] : ["its node is gone, with all that was in it"]);
  }
  const replaceReasons =
    found.clusterIdentifier === "" || found.repairId === ""
      ? ["its creation was interrupted"]
      : reasonsToReplace(wanted, found);
  if (replaceReasons.length > 0) return anew(replaceReasons);

  const balancerReasons = reasonsForBalancer(wanted, found);
  const complete =
    found.answers && !found.halted && found.owner === wanted.owner && balancerReasons.length === 0;
  return {
    clusterIdentifier: found.clusterIdentifier,
    repairId: complete ? found.repairId : fresh,
    ...{ replaceReasons, balancerReasons },
  };
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
  return reasons;
}

/** Docker cannot change what a container publishes. */
function reasonsForBalancer({ mappings }: WantedCluster, found: PresentCluster): string[] {
  if (!found.hasBalancer) return ["it is gone"];
  const added = mappings.filter((mapping) => !found.published.includes(mapping));
  const dropped = found.published.filter((mapping) => !mappings.includes(mapping));
  return [
    ...(added.length > 0 ? [`it is to publish ${summary(added)}`] : []),
    ...(dropped.length > 0 ? [`it no longer publishes ${summary(dropped)}`] : []),
  ];
}

function folders(paths: readonly string[]): string {
  return paths.length === 0 ? "none" : paths.join(", ");
}

/** Addresses and local ports. */
function summary(mappings: readonly string[]): string {
  const ports = mappings.map((mapping) => mapping.slice(0, mapping.lastIndexOf(":")));
  return ports.length <= 3
    ? ports.join(", ")
    : `${ports.slice(0, 2).join(", ")} and ${ports.length - 2} more`;
}
