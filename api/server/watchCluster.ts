import type { ApiServer } from "../../cluster/kubernetes/direct/apiServer";
import { pathOfKind } from "../../cluster/kubernetes/direct/objects";
import { WatchedObjects } from "../../cluster/kubernetes/direct/watchedObjects";
import type {
  Deployment,
  Event,
  Metadata,
  Pod,
  ReplicaSet,
} from "../../core/ecs/observed/kubernetesObjects";
import { NAMESPACE } from "../../core/labels";
import type { ClusterState } from "../world/world";

/** What runs in an instance, as the cluster has it at each moment. */
export interface WatchedCluster {
  readonly state: () => ClusterState;
  /** Changes with the content of a task definition's Secret; empty where there is none. */
  readonly secretsVersion: (secretName: string) => string;
  /** Takes a pod that was just made, before the watch tells of it. */
  readonly notePod: (pod: Pod) => void;
  readonly stop: () => Promise<void>;
}

interface Versioned {
  readonly metadata: Metadata & { readonly resourceVersion?: string };
}

/** Watches what runs; all of it is known when this returns. */
export async function watchCluster(
  server: ApiServer,
  onChange: () => void,
): Promise<WatchedCluster> {
  const watch = <T extends { readonly metadata: Metadata }>(
    apiVersion: string,
    kind: string,
    labelSelector?: string,
  ) =>
    WatchedObjects.start<T>(server, {
      path: pathOfKind(apiVersion, kind, NAMESPACE),
      onChange,
      ...(labelSelector === undefined ? {} : { labelSelector }),
    });
  const [deployments, replicaSets, pods, events, secrets] = await Promise.all([
    watch<Deployment>("apps/v1", "Deployment"),
    watch<ReplicaSet>("apps/v1", "ReplicaSet"),
    watch<Pod>("v1", "Pod"),
    watch<Event & { readonly metadata: Metadata }>("v1", "Event"),
    watch<Versioned>("v1", "Secret", "app.kubernetes.io/component=task-definition"),
  ]);
  return {
    state: () => ({
      deployments: deployments.list(),
      replicaSets: replicaSets.list(),
      pods: pods.list(),
      events: events.list(),
    }),
    secretsVersion: (name) =>
      secrets.list().find(({ metadata }) => metadata.name === name)?.metadata.resourceVersion ?? "",
    notePod: (pod) => {
      pods.note(pod);
    },
    stop: async () => {
      const all = [deployments, replicaSets, pods, events, secrets];
      await Promise.all(all.map((each) => each.stop()));
    },
  };
}
