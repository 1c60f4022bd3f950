import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { backendIdentity } from "../../components/instance/backendIdentity";
import { clusterName } from "../../components/instance/k3d/names";
import { isOurs, judgeOwner, ownerOf, type Claim } from "../../components/instance/k3d/owner";
import { probeCluster, type ClusterState } from "../../components/instance/k3d/probe";
import { KecsError, problem, type Issue } from "../../components/internal/errors";
import { cacheFolder } from "../machine/cache";
import type { Project } from "../project/project";
import { listOwners } from "./argv";
import { linesOf } from "./listed";

type Variables = Readonly<Record<string, string | undefined>>;

/** Who has what is on the machine under an instance's name. */
export interface Holder {
  /** Which creation of the cluster is there; empty where none came to its end. */
  readonly epoch: string;
  /** Why it is not the claimant's; none where it is. */
  readonly issues: readonly Issue[];
}

/** What a stack may call its own. */
export function claimOf(
  env: Variables,
  project: Project,
  stack: string,
  config: Readonly<Record<string, string>>,
): Claim {
  const backend = backendIdentity(env, project.folder);
  return {
    owner: ownerOf({ backend, project: project.name, stack }),
    takeOver: config["kecs:takeOver"],
  };
}

/**
 * Whose the instance's cluster is, or what is left of it, as one sees it who wants to remove it: what
 * a stack may take over is another's until it was.
 */
export async function findHolder(env: Variables, instance: string, owner: string): Promise<Holder> {
  const found = await probeCluster(instance);
  if (found.kind === "present") {
    return { epoch: found.epoch, issues: judgeOwner(found, { owner }, instance) };
  }
  const owners = await linesOf(listOwners(instance));
  return { epoch: "", issues: await judgeRest(env, instance, owners, owner) };
}

/** Refuses what is somebody else's. */
export function refuseOthers(found: ClusterState, claim: Claim, instance: string): void {
  if (!isOurs(found, claim)) throw new KecsError(judgeOwner(found, claim, instance));
}

/** The node is gone: its other containers may have the label, or their creation was marked. */
async function judgeRest(
  env: Variables,
  instance: string,
  owners: readonly string[],
  wanted: string,
): Promise<Issue[]> {
  const cluster = clusterName(instance);
  if (owners.length === 0 || (await markedOwner(env, cluster)) === wanted) return [];
  const owner = owners.find((each) => each !== "");
  if (owner === wanted) return [];
  return [
    problem(
      "KECS3010",
      cluster,
      owner === undefined
        ? "what is left of a cluster of this name was not made by KECS"
        : `what is left of the cluster belongs to ${owner}, not to ${wanted}`,
      `remove it by hand if it is yours: k3d cluster delete ${cluster}`,
    ),
  ];
}

/** What the script that creates clusters wrote down before it began. */
async function markedOwner(env: Variables, cluster: string): Promise<string> {
  const file = join(cacheFolder(env), "clusters", `${cluster}.owner`);
  return (await readFile(file, "utf8").catch(() => "")).trim();
}
