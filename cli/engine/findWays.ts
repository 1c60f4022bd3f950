import { authorityFile } from "../../cluster/authority/dataFolder";
import { isPaused } from "../../cluster/kubernetes/kubectl";
import { listRecords } from "../../cluster/kubernetes/listRecords";
import type { AlbOutputs, KecsOutputs } from "../../core/outputs/contract";
import { recordedEndpoints, type InstanceEndpoint } from "../../core/outputs/endpoints";
import { recordedAlbs } from "../../core/outputs/recordedAlbs";

/** The ways from this machine into an instance. */
export interface Ways {
  /**
   * Every load balancer of the instance, by name: by the records in its cluster, whichever stack made it,
   * and by the stack's own outputs where the cluster has no record of it or does not answer.
   */
  readonly albs: Readonly<Record<string, AlbOutputs>>;
  /** Empty where the cluster does not answer. */
  readonly endpoints: readonly InstanceEndpoint[];
  /** Whether none of them answers because the instance is asleep. */
  readonly asleep: boolean;
}

/** The ways into a stack's instance. */
export async function findWays(
  env: NodeJS.ProcessEnv,
  { instance, connection, albs }: KecsOutputs,
): Promise<Ways> {
  const listed = await listRecords(instance);
  if (listed.kind !== "records") return { albs, endpoints: [], asleep: isPaused(listed) };
  const { records } = listed;
  return {
    albs: { ...albs, ...recordedAlbs(records, connection, authorityFile(env)) },
    endpoints: recordedEndpoints(records),
    asleep: false,
  };
}
