import { authorityFile } from "../../cluster/authority/dataFolder";
import { listRecords } from "../../cluster/kubernetes/listRecords";
import type { AlbOutputs, KecsOutputs } from "../../core/outputs/contract";
import { recordedAlbs } from "../../core/outputs/recordedAlbs";

/**
 * Every load balancer of a stack's instance, by name: by the records in its cluster, whichever stack
 * made it, and by the stack's own outputs where the cluster has no record of it or does not answer.
 */
export async function findAlbs(
  env: NodeJS.ProcessEnv,
  { instance, connection, albs }: KecsOutputs,
): Promise<Readonly<Record<string, AlbOutputs>>> {
  const listed = await listRecords(instance);
  if (listed.kind !== "records") return albs;
  return { ...albs, ...recordedAlbs(listed.records, connection, authorityFile(env)) };
}
