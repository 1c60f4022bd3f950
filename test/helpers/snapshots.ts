import type { Snapshot } from "../../core/ecs/deployment/snapshot";
import type { Deployment, Pod, ReplicaSet } from "../../core/ecs/observed/kubernetesObjects";

/** The deployment that is wanted in these snapshots. */
export const NEW = "new.1";

/** The template of the pods of a deployment; without one, of pods that KECS did not make. */
export const templateOf = (deployment?: string) => ({
  metadata: {
    annotations: deployment === undefined ? {} : { "kecs.dev/deployment": deployment },
  },
});

/** A ReplicaSet of a deployment, by default one that never was steady. */
export function replicaSet(
  name: string,
  deployment: string | undefined,
  more: {
    readonly steady?: string;
    readonly revision?: number;
    readonly available?: number;
  } = {},
): ReplicaSet {
  const { steady, revision, available = 0 } = more;
  const annotations = {
    ...(steady === undefined ? {} : { "kecs.dev/steady": steady }),
    ...(revision === undefined ? {} : { "deployment.kubernetes.io/revision": String(revision) }),
  };
  return {
    metadata: { name, annotations },
    spec: { template: templateOf(deployment) },
    status: { availableReplicas: available },
  };
}

/** A pod of a deployment that is ready, or not. */
export function podOf(name: string, deployment: string | undefined, isReady = true): Pod {
  return {
    metadata: { name, uid: name, ...templateOf(deployment).metadata },
    spec: { containers: [{ name: "web" }] },
    status: {
      phase: "Running",
      conditions: [{ type: "Ready", status: isReady ? "True" : "False" }],
      containerStatuses: [{ name: "web", ready: isReady, state: { running: {} } }],
    },
  };
}

/** A snapshot of a service that wants `replicas` tasks of the deployment `NEW`. */
export function snapshotWith(
  objects: Partial<Omit<Snapshot, "deployment">>,
  spec: Partial<Deployment["spec"]> = {},
): Snapshot {
  return {
    deployment: {
      metadata: { name: "main-web", generation: 2 },
      spec: { replicas: 1, template: templateOf(NEW), ...spec },
      status: { observedGeneration: 2 },
    },
    replicaSets: [],
    pods: [],
    events: [],
    ...objects,
  };
}
