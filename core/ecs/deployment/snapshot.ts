import type { Deployment, Event, Pod, ReplicaSet } from "../observed/kubernetesObjects";

/** What the cluster says of one service at one moment. */
export interface Snapshot {
  readonly deployment: Deployment;
  readonly replicaSets: readonly ReplicaSet[];
  readonly pods: readonly Pod[];
  readonly events: readonly Event[];
}

export interface Item {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly uid?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
}

/** The part of a list that is about one service; undefined where its Deployment is not there. */
export function snapshotOf(items: readonly Item[], name: string): Snapshot | undefined {
  const own = <T>(kind: string): T[] =>
    items.filter(
      (item) => item.kind === kind && item.metadata.labels?.["app.kubernetes.io/name"] === name,
    ) as unknown as T[];
  const deployment = items.find(
    (item) => item.kind === "Deployment" && item.metadata.name === name,
  );
  if (deployment === undefined) return undefined;
  const pods = own<Pod>("Pod");
  const uids = new Set(pods.map(({ metadata }) => metadata.uid));
  const events = items.filter((item) => item.kind === "Event") as unknown as Event[];
  return {
    deployment: deployment as unknown as Deployment,
    replicaSets: own<ReplicaSet>("ReplicaSet"),
    pods,
    events: events.filter(({ involvedObject }) => uids.has(involvedObject.uid)),
  };
}
