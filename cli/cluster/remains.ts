import { clusterName } from "../../components/instance/k3d/names";
import { REMOVE_SCRIPT } from "../../components/instance/k3d/scripts";
import { KecsError, problem } from "../../components/internal/errors";
import { run } from "../../components/internal/run";
import { clusterEpoch, listContainers, listNetworks, listVolumes } from "./argv";

/** What Docker still has of an instance. */
export interface Remains {
  readonly containers: readonly string[];
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
}

export async function findRemains(instance: string): Promise<Remains> {
  const [containers, networks, volumes] = await Promise.all(
    [listContainers(instance), listNetworks(instance), listVolumes(instance)].map(names),
  );
  return { containers: containers ?? [], networks: networks ?? [], volumes: volumes ?? [] };
}

export function isNothing({ containers, networks, volumes }: Remains): boolean {
  return containers.length + networks.length + volumes.length === 0;
}

/** Removes an instance's cluster without Pulumi: for what no stack knows of any more. */
export async function removeRemains(instance: string): Promise<void> {
  // The script removes one creation of the cluster; here it is whichever is there.
  const epoch = await run(clusterEpoch(instance));
  const removed = await run(["sh", "-c", REMOVE_SCRIPT], {
    env: { KECS_CLUSTER: clusterName(instance), KECS_EPOCH: epoch.stdout.trim() },
    timeoutMs: 300_000,
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

async function names(argv: readonly string[]): Promise<string[]> {
  const listed = await run(argv);
  return listed.stdout.split("\n").filter((line) => line !== "");
}
