import { clusterName } from "./names";
import { REMOVE_SCRIPT } from "./scripts";
import { KecsError, problem } from "../../core/validate";
import { run } from "../process/run";
import { listContainers, listNetworks, listVolumes } from "./argv";
import { linesOf } from "./dockerLines";

/** What Docker still has of an instance. */
export interface DockerResources {
  readonly containers: readonly string[];
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
}

export async function listDockerResources(instance: string): Promise<DockerResources> {
  const cluster = `k3d-${clusterName(instance)}`;
  const [containers, networks, volumes] = await Promise.all([
    linesOf(listContainers(instance)),
    linesOf(listNetworks(instance)),
    linesOf(listVolumes(instance)),
  ]);
  return {
    containers: containers.filter((name) => name.startsWith(`${cluster}-`)),
    networks: networks.filter((name) => name === cluster),
    volumes: volumes.filter((name) => name === `${cluster}-images`),
  };
}

export function isNothing({ containers, networks, volumes }: DockerResources): boolean {
  return containers.length + networks.length + volumes.length === 0;
}

/**
 * Removes an instance's cluster without Pulumi: for what no stack knows of any more. The script
 * looks once more whose it is.
 */
export async function removeDockerResources(
  instance: string,
  clusterIdentifier: string,
  owner: string,
): Promise<void> {
  const removed = await run(["sh", "-c", REMOVE_SCRIPT], {
    env: {
      KECS_CLUSTER: clusterName(instance),
      KECS_EPOCH: clusterIdentifier,
      KECS_OWNER: owner,
    },
    timeoutMs: 600_000,
  });
  if (removed.code === 0) return;
  throw new KecsError([
    problem(
      "KECS3004",
      clusterName(instance),
      `the cluster could not be removed: ${removed.stderr.trim()}`,
      "look at what is left: docker ps --all",
    ),
  ]);
}
