import {
  currentPods,
  currentReplicaSet,
  toObservedDeployment,
} from "../../../../../core/ecs/deployment/current";
import type { Deployment, ReplicaSet } from "../../../../../core/ecs/observed/kubernetesObjects";
import { NEW, podOf, replicaSet, snapshotWith } from "../../../../helpers/snapshots";

interface Live {
  readonly replicas?: number;
  readonly paused?: boolean;
  readonly available?: string;
  readonly progress?: string;
}

function live(more: Live = {}): Deployment {
  const { available = "True", progress = "NewReplicaSetAvailable", ...spec } = more;
  return {
    metadata: { name: "main-web", annotations: { "kecs.dev/failed-deployment": "abc.1" } },
    spec: {
      replicas: 3,
      ...spec,
      template: { metadata: { annotations: { "kecs.dev/deployment": "abc.1" } } },
    },
    status: {
      conditions: [
        { type: "Progressing", status: "True", reason: progress },
        { type: "Available", status: available },
      ],
    },
  };
}

test("knows nothing of what is not there", () => {
  expect(toObservedDeployment(undefined)).toEqual({
    current: undefined,
    failed: undefined,
    isSound: false,
  });
});

test.each<[string, Deployment, boolean]>([
  ["whose tasks are all there", live(), true],
  ["of no tasks, as the circuit breaker leaves a first one", live({ replicas: 0 }), false],
  ["that was stopped", live({ paused: true }), false],
  ["whose tasks do not run", live({ available: "False" }), false],
  ["that is on its way", live({ progress: "ReplicaSetUpdated" }), false],
  ["of which nothing is known", { ...live(), status: {} }, false],
])("judges a deployment %s", (_, of, isSound) => {
  expect(toObservedDeployment(of)).toEqual({ current: "abc.1", failed: "abc.1", isSound });
});

test("does not take what Kubernetes said of the deployment before for the one that is wanted now", () => {
  const before = live();
  const changed = { ...before, metadata: { ...before.metadata, generation: 2 } };
  const seen = (observedGeneration: number) =>
    toObservedDeployment({ ...changed, status: { ...before.status, observedGeneration } });
  expect(seen(1).isSound).toBe(false);
  expect(seen(2).isSound).toBe(true);
});

test("tells the pods of the deployment that is wanted from others", () => {
  const pods = [podOf("a", NEW), podOf("b", "old.1"), podOf("c", undefined), podOf("d", NEW)];
  const names = currentPods(snapshotWith({ pods })).map(({ metadata }) => metadata.name);
  expect(names).toEqual(["a", "d"]);
});

test.each<[string, string | undefined, ReplicaSet[]]>([
  ["nothing where there is none", undefined, [replicaSet("a", "old.1")]],
  ["the only one", "b", [replicaSet("a", "old.1"), replicaSet("b", NEW)]],
  [
    "the newest, by number and not by text",
    "b",
    [
      replicaSet("a", NEW, { revision: 9 }),
      replicaSet("b", NEW, { revision: 10 }),
      replicaSet("c", NEW),
      replicaSet("d", "old.1", { revision: 11 }),
    ],
  ],
])("finds %s as the ReplicaSet that is wanted", (_, name, replicaSets) => {
  for (const sets of [replicaSets, [...replicaSets].reverse()]) {
    expect(currentReplicaSet(snapshotWith({ replicaSets: sets }))?.metadata.name).toBe(name);
  }
});
