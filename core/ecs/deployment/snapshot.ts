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
  const all = <T>(kind: string): T[] =>
    items.filter((item) => item.kind === kind) as unknown as T[];
  return snapshotIn(
    {
      deployments: all<Deployment>("Deployment"),
      replicaSets: all<ReplicaSet>("ReplicaSet"),
      pods: all<Pod>("Pod"),
      events: all<Event>("Event"),
    },
    name,
  );
}

/** What the cluster says of all services. */
export interface ObservedObjects extends Omit<Snapshot, "deployment"> {
  readonly deployments: readonly Deployment[];
}

/** The part of it that is about one service; undefined where its Deployment is not there. */
export function snapshotIn(all: ObservedObjects, name: string): Snapshot | undefined {
  const own = <T extends Pick<Pod, "metadata">>(objects: readonly T[]): T[] =>
    objects.filter(({ metadata }) => metadata.labels?.["app.kubernetes.io/name"] === name);
  const deployment = all.deployments.find(({ metadata }) => metadata.name === name);
  if (deployment === undefined) return undefined;
  const pods = own(all.pods);
  const uids = new Set(pods.map(({ metadata }) => metadata.uid));
  return {
    deployment,
    replicaSets: own(all.replicaSets),
    pods,
    events: all.events.filter(({ involvedObject }) => uids.has(involvedObject.uid)),
  };
}
