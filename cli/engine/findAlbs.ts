import { authorityFile } from "../../cluster/authority/dataFolder";
import { listRecords } from "../../cluster/kubernetes/listRecords";
import type { AlbOutputs, KecsOutputs } from "../../core/outputs/contract";
import { recordedEndpoints, type InstanceEndpoint } from "../../core/outputs/endpoints";
import { recordedAlbs } from "../../core/outputs/recordedAlbs";

/**
 * Every load balancer of a stack's instance, by name: by the records in its cluster, whichever stack
 * made it, and by the stack's own outputs where the cluster has no record of it or does not answer.
 */
export async function findAlbs(
  env: NodeJS.ProcessEnv,
  outputs: KecsOutputs,
): Promise<Readonly<Record<string, AlbOutputs>>> {
  return (await findWays(env, outputs)).albs;
}

/** The ways from this machine into an instance. */
export interface Ways {
  readonly albs: Readonly<Record<string, AlbOutputs>>;
  /** Empty where the cluster does not answer. */
  readonly endpoints: readonly InstanceEndpoint[];
}

/** The same with the ports that lead to services. */
export async function findWays(
  env: NodeJS.ProcessEnv,
  { instance, connection, albs }: KecsOutputs,
): Promise<Ways> {
  const listed = await listRecords(instance);
  if (listed.kind !== "records") return { albs, endpoints: [] };
  const { records } = listed;
  return {
    albs: { ...albs, ...recordedAlbs(records, connection, authorityFile(env)) },
    endpoints: recordedEndpoints(records),
  };
}
