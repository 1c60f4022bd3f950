import { randomBytes } from "node:crypto";
import { connectApiServer } from "../../cluster/kubernetes/direct/apiServer";
import { applyObject, removeObject } from "../../cluster/kubernetes/direct/objects";
import type { Pod } from "../../core/ecs/observed/kubernetesObjects";
import { NAMESPACE } from "../../core/labels";
import type { Connection } from "../../core/connection";
import { desiredRouting } from "../reconcile/desired/loadBalancers";
import { desiredServices } from "../reconcile/desired/services";
import { desiredTargetGroups } from "../reconcile/desired/targetGroups";
import { Reconciler } from "../reconcile/reconciler";
import { ClusterStore, FIELD_MANAGER } from "../store/clusterStore";
import { Changes } from "./changes";
import { ClusterObjects } from "./clusterObjects";
import type { Instance } from "./perform";
import { readLog } from "./readLog";
import { watchCluster } from "./watchCluster";

/** How to reach an instance, and where to say what is no caller's business. */
export interface InstanceAccess {
  readonly connection: Connection;
  /** Credentials of its cluster, YAML. */
  readonly kubeconfig: string;
  /** Whether what AWS refuses is refused here as well. */
  readonly isStrict: boolean;
  readonly tell: (warning: string) => void;
}

export interface OpenInstance extends Instance {
  readonly changes: Changes;
  readonly close: () => Promise<void>;
}

const POD = { apiVersion: "v1", kind: "Pod", namespace: NAMESPACE } as const;

/** Connects to an instance, and makes its cluster what the records say. */
export async function openInstance(access: InstanceAccess): Promise<OpenInstance> {
  const { connection, isStrict, kubeconfig, tell } = access;
  const server = await connectApiServer(kubeconfig);
  const changes = new Changes();
  const [store, cluster] = await Promise.all([
    ClusterStore.start(server, changes.notify),
    watchCluster(server, changes.notify),
  ]);
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
    pods: {
      make: async (manifest) => {
        cluster.notePod(await applyObject<Pod>(server, manifest, FIELD_MANAGER));
      },
      remove: (name) => removeObject(server, { ...POD, name }),
    },
    readLog: (part) => readLog(server, part),
    changes,
    reconcile: () => reconciler.reconcile(),
    close: async () => {
      await Promise.all([store.stop(), cluster.stop()]);
      server.close();
    },
  };
}
