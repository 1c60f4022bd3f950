import { Changes } from "../../../api/server/changes";
import type { Instance } from "../../../api/server/perform";
import { applyChanges } from "../../../api/store/applyChanges";
import { objectOf, recordOf } from "../../../api/store/record";
import type { Store } from "../../../api/store/store";
import { isOfRecord, type PodManifest } from "../../../api/world/operation";
import type { ClusterState } from "../../../api/world/world";
import type { Pod } from "../../../core/ecs/observed/kubernetesObjects";
import { digest } from "../../../core/naming";
import { CONNECTION } from "../samples";
import { rollOut } from "./fakeCluster";
import { FakeInstance } from "./fakeInstance";

/**
 * An instance without a cluster: its records are written and read as they are in one, and the tasks
 * that the records want are ready as soon as they are asked for.
 */
export class MemoryInstance implements Instance {
  readonly connection = CONNECTION;
  readonly isStrict = false;
  readonly changes = new Changes();
  readonly fake = new FakeInstance();
  /** What containers wrote, whichever is asked. */
  log = "";
  private runs: readonly Pod[] = [];

  readonly store: Store = {
    objects: () => this.fake.objects,
    settle: () => Promise.resolve(false),
    commit: async (changes) => {
      const ofRecords = changes.filter(isOfRecord);
      this.fake.objects = applyChanges(this.fake.objects, ofRecords).map((object) => {
        const read = objectOf(recordOf(object));
        if (read === undefined) throw new Error(`the record ${object.key} cannot be read`);
        return read;
      });
      const removed = changes.flatMap((of) => (of.kind === "removePod" ? [of.name] : []));
      const made = changes.flatMap((of) => (of.kind === "makePod" ? [running(of.manifest)] : []));
      this.runs = [...this.runs, ...made].filter(
        ({ metadata }) => !removed.includes(metadata.name),
      );
      if (removed.length + made.length > 0) await this.reconcile();
    },
  };

  readonly cluster = (): ClusterState => this.fake.cluster;

  readonly readLog = (): Promise<string> => Promise.resolve(this.log);

  /** Makes the cluster anew: the tasks of active services, and those that run once. */
  readonly reconcile = (): Promise<void> => {
    const nothing = { deployments: [], replicaSets: [], pods: [], events: [] };
    this.fake.cluster = { ...nothing, pods: this.runs };
    for (const { kind, arn, attributes } of this.fake.objects) {
      if (kind === "svc" && attributes["status"] === "ACTIVE") rollOut(this.fake, arn);
    }
    this.changes.notify();
    return Promise.resolve();
  };
}

function running({ metadata, spec }: PodManifest): Pod {
  const { containers } = spec as NonNullable<Pod["spec"]>;
  const time = new Date().toISOString();
  const uid = digest(metadata.name, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  return {
    metadata: { ...metadata, uid, creationTimestamp: time },
    spec: { nodeName: "node-0", containers },
    status: {
      phase: "Running",
      podIP: "10.42.0.9",
      conditions: [{ type: "Ready", status: "True", lastTransitionTime: time }],
      containerStatuses: containers.map(({ name }) => ({
        name,
        ready: true,
        started: true,
        restartCount: 0,
        containerID: `containerd://${name}`,
        state: { running: { startedAt: time } },
      })),
    },
  };
}
