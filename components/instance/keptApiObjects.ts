import type { ListedRecords } from "../../cluster/kubernetes/listRecords";
import type { MachineState } from "../../cluster/machine/inspectMachine";
import type { ObjectRecord } from "../../core/records/records";
import { isOfApi } from "../../core/records/throughApi";

/**
 * What AWS's API made in an instance and an update keeps; undefined where the cluster does not tell before it
 * is started. A new cluster has none of it.
 */
export function keptApiObjects(
  { found, decision }: Pick<MachineState, "found" | "decision">,
  listed: ListedRecords,
): readonly ObjectRecord[] | undefined {
  const isKept = found.kind === "present" && found.clusterIdentifier === decision.clusterIdentifier;
  if (!isKept) return [];
  return listed.kind === "records" ? listed.records.objects.filter(isOfApi) : undefined;
}
