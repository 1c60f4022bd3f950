import { randomBytes } from "node:crypto";
import type { ApiServer } from "../../cluster/kubernetes/direct/apiServer";
import type { Connection } from "../../core/connection";
import { desiredRouting } from "../reconcile/desired/loadBalancers";
import { desiredServices } from "../reconcile/desired/services";
import { desiredTargetGroups } from "../reconcile/desired/targetGroups";
import { ObjectsRefused, Reconciler } from "../reconcile/reconciler";
import { ClusterStore } from "../store/clusterStore";
import { Changes } from "./changes";
import { ClusterObjects } from "./clusterObjects";
import type { Instance } from "./perform";
import { readLog } from "./readLog";
import { watchCluster } from "./watchCluster";

/** How to reach an instance, and where to say what is no caller's business. */
export interface InstanceAccess {
  readonly connection: Connection;
  readonly server: ApiServer;
  /** Whether what AWS refuses is refused here as well. */
  readonly isStrict: boolean;
  /** The address by which the cluster reaches this machine, where it is known. */
  readonly hostAddress: string | undefined;
  readonly tell: (warning: string) => void;
}

export interface OpenInstance extends Instance {
  readonly changes: Changes;
  /** Why objects of the cluster are not as the records say. */
  readonly refused: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Finishes what an earlier process was at, and makes the cluster what the records say. */
export async function openInstance(access: InstanceAccess): Promise<OpenInstance> {
  const { connection, hostAddress, isStrict, server, tell } = access;
  const changes = new Changes();
  const cluster = await watchCluster(server, changes.notify);
  const store = await ClusterStore.start(server, {
    onChange: changes.notify,
    onPod: cluster.notePod,
  });
  const reconciler = new Reconciler(
    () => {
      const objects = store.objects();
      const { deployments } = cluster.state();
      const { secretsVersion } = cluster;
      return [
        ...desiredTargetGroups(objects, hostAddress),
        ...desiredServices(objects, connection, { deployments, secretsVersion }),
        ...desiredRouting(objects, connection),
      ];
    },
    new ClusterObjects(server, randomBytes(4).toString("hex"), tell),
  );
  await reconciler.reconcile().catch((error: unknown) => {
    if (!(error instanceof ObjectsRefused)) throw error;
    tell(error.message);
  });
  return {
    connection,
    isStrict,
    store,
    cluster: cluster.state,
    readLog: (part) => readLog(server, part),
    changes,
    reconcile: () => reconciler.reconcile(),
    refused: () => reconciler.refused(),
    close: async () => {
      await Promise.all([store.stop(), cluster.stop()]);
      server.close();
    },
  };
}
