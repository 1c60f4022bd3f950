import type { ListedRecords } from "../../cluster/kubernetes/listRecords";
import type { MachineState } from "../../cluster/machine/inspectMachine";
import type { ObjectRecord } from "../../core/records/records";
import { isOfOthers } from "../../core/records/others";

/**
 * What AWS's API and other stacks made in an instance and an update keeps; undefined where the cluster does
 * not tell before it is started. A new cluster has none of it.
 *
 * @param isOwn whether what a stack made is the program's
 */
export function keptObjects(
  { found, decision }: Pick<MachineState, "found" | "decision">,
  listed: ListedRecords,
  isOwn: (stack: string) => boolean,
): readonly ObjectRecord[] | undefined {
  const isKept = found.kind === "present" && found.clusterIdentifier === decision.clusterIdentifier;
  if (!isKept) return [];
  return listed.kind === "records"
    ? listed.records.objects.filter((record) => isOfOthers(record, isOwn))
    : undefined;
}
