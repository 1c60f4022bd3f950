import type { ReplicaSet } from "../observed/kubernetesObjects";
import { currentReplicaSet } from "./current";
import type { Snapshot } from "./snapshot";

/** On a ReplicaSet: when its tasks were seen steady last. */
export const COMPLETED_ANNOTATION = "kecs.dev/steady";

/** The ReplicaSet of the deployment before, that was steady last; undefined where none was. */
export function lastCompletedDeployment(snapshot: Snapshot): ReplicaSet | undefined {
  const current = currentReplicaSet(snapshot);
  return snapshot.replicaSets
    .filter((set) => set !== current && steadySince(set) !== "")
    .sort((a, b) => steadySince(a).localeCompare(steadySince(b)))
    .at(-1);
}

/** Whether the current ReplicaSet is noted as the one that was steady last. */
export function isNoted(snapshot: Snapshot): boolean {
  const current = currentReplicaSet(snapshot);
  const last = lastCompletedDeployment(snapshot);
  if (current === undefined || steadySince(current) === "") return false;
  return last === undefined || steadySince(last) < steadySince(current);
}

function steadySince({ metadata }: ReplicaSet): string {
  return metadata.annotations?.[COMPLETED_ANNOTATION] ?? "";
}
