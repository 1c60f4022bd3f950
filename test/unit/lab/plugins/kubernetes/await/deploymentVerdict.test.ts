import { deploymentVerdict } from "../../../../../../lab/plugins/kubernetes/await/deploymentVerdict";
import type { PropertyMap } from "../../../../../../lab/plugins/shared/properties";

const revision = (value: string): PropertyMap => ({ "deployment.kubernetes.io/revision": value });

function deployment(options: {
  generation?: number;
  revision?: string;
  conditions?: PropertyMap[];
}): PropertyMap {
  return {
    metadata: {
      name: "web",
      uid: "d",
      generation: options.generation ?? 1,
      annotations: revision(options.revision ?? "1"),
    },
    status: {
      observedGeneration: 1,
      conditions: options.conditions ?? [{ type: "Available", status: "True" }],
    },
  };
}

function replicaSet(rev: string, ready: number, wanted = 2): PropertyMap {
  return {
    metadata: { uid: `rs${rev}`, annotations: revision(rev), ownerReferences: [{ uid: "d" }] },
    spec: { replicas: wanted },
    status: { readyReplicas: ready },
  };
}

const parts = { replicaSets: [replicaSet("1", 2)], pods: [], claims: [] };

describe("deploymentVerdict", () => {
  it("is ready when the first ReplicaSet has all its pods", () => {
    expect(deploymentVerdict(deployment({}), parts).state).toBe("ready");
  });

  it("waits for the controller to see the latest change", () => {
    expect(deploymentVerdict(deployment({ generation: 2 }), parts)).toEqual({
      state: "waiting",
      message: "Waiting for the Deployment controller",
      problems: [],
    });
  });

  it("waits for pods and says what keeps them", () => {
    const pod = {
      metadata: { name: "web-x", namespace: "apps", ownerReferences: [{ uid: "rs1" }] },
      status: {
        conditions: [{ type: "PodScheduled", status: "True" }],
        containerStatuses: [
          {
            name: "c",
            ready: false,
            state: { waiting: { reason: "ErrImagePull", message: "no" } },
          },
        ],
      },
    };
    const stranger = { ...pod, metadata: { name: "other", ownerReferences: [{ uid: "rs9" }] } };
    const conditions = [
      { type: "Available", status: "False", reason: "MinimumReplicasUnavailable", message: "few" },
    ];
    const verdict = deploymentVerdict(deployment({ conditions }), {
      replicaSets: [replicaSet("1", 1)],
      pods: [pod, stranger],
      claims: [],
    });
    expect(verdict).toEqual({
      state: "waiting",
      message: "Waiting for app ReplicaSet to be available (1/2 Pods available)",
      problems: ["[MinimumReplicasUnavailable] few", "[Pod apps/web-x]: [ErrImagePull] no"],
    });
  });

  it("waits for a later ReplicaSet to be rolled out, though the earlier one still serves", () => {
    const available = { type: "Available", status: "True" };
    const updating = { type: "Progressing", status: "True", reason: "ReplicaSetUpdated" };
    const done = { type: "Progressing", status: "True", reason: "NewReplicaSetAvailable" };
    const replicaSets = [replicaSet("1", 2), replicaSet("2", 2)];
    const verdict = (progressing: PropertyMap): string =>
      deploymentVerdict(deployment({ revision: "2", conditions: [available, progressing] }), {
        ...parts,
        replicaSets,
      }).state;
    expect(verdict(updating)).toBe("waiting");
    expect(verdict(done)).toBe("ready");
  });

  it("is ready with no replicas where none are wanted", () => {
    const none = { ...parts, replicaSets: [replicaSet("1", 0, 0)] };
    expect(deploymentVerdict(deployment({}), none).state).toBe("ready");
  });

  it("waits for its volumes", () => {
    const claims = [{ metadata: { name: "data" }, status: { phase: "Pending" } }];
    const verdict = deploymentVerdict(deployment({}), { ...parts, claims });
    expect(verdict.state).toBe("waiting");
    expect(verdict.problems).toEqual([
      "PersistentVolumeClaim: [data] is not ready. status.phase currently at: Pending",
    ]);
  });
});
