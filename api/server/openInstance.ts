import { randomBytes } from "node:crypto";
import type { ApiServer } from "../../cluster/kubernetes/direct/apiServer";
import type { Connection } from "../../core/connection";
import { desiredRouting } from "../reconcile/desired/loadBalancers";
import { desiredServices } from "../reconcile/desired/services";
import { desiredTargetGroups } from "../reconcile/desired/targetGroups";
import { Reconciler } from "../reconcile/reconciler";
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
  readonly tell: (warning: string) => void;
}

export interface OpenInstance extends Instance {
  readonly changes: Changes;
  readonly close: () => Promise<void>;
}

/** Finishes what an earlier process was at, and makes the cluster what the records say. */
export async function openInstance(access: InstanceAccess): Promise<OpenInstance> {
  const { connection, isStrict, server, tell } = access;
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
        ...desiredTargetGroups(objects),
        ...desiredServices(objects, connection, { deployments, secretsVersion }),
        ...desiredRouting(objects, connection),
      ];
    },
    new ClusterObjects(server, randomBytes(4).toString("hex"), tell),
  );
  await reconciler.reconcile();
  return {
    connection,
    isStrict,
    store,
    cluster: cluster.state,
    readLog: (part) => readLog(server, part),
    changes,
    reconcile: () => reconciler.reconcile(),
    close: async () => {
      await Promise.all([store.stop(), cluster.stop()]);
      server.close();
    },
  };
}
