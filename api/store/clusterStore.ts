import {
  ClusterUnreachable,
  contentOf,
  type ApiServer,
} from "../../cluster/kubernetes/direct/apiServer";
import {
  applyObject,
  pathOf,
  pathOfKind,
  removeObject,
  type Manifest,
  type ObjectName,
} from "../../cluster/kubernetes/direct/objects";
import { WatchedObjects } from "../../cluster/kubernetes/direct/watchedObjects";
import type { Pod } from "../../core/ecs/observed/kubernetesObjects";
import { NAMESPACE } from "../../core/labels";
import { RECORD_LABEL } from "../../core/records/manifest";
import type { Change } from "../world/operation";
import type { AwsObject } from "../world/world";
import { JOURNAL, journalManifest, readJournal, type Journal, type JournalObject } from "./journal";
import { journalOf } from "./journalOf";
import { objectOf, type RecordObject } from "./record";
import { StaleWorldError, type Store } from "./store";

/** Who writes records, as Kubernetes knows it. */
export const FIELD_MANAGER = "kecs-api";

const RECORDS = pathOfKind("v1", "ConfigMap", NAMESPACE);

/** Who hears of what a store does. */
export interface StoreListeners {
  readonly onChange: () => void;
  /** Told of a pod that was made, before the watch tells of it. */
  readonly onPod: (pod: Pod) => void;
}

/** The records in an instance's cluster, whoever writes them. */
export class ClusterStore implements Store {
  /** What was read of records; a record that changes is another object. */
  private readonly read = new WeakMap<RecordObject, AwsObject>();
  /** The journal that is being carried out. */
  private pending: Journal | undefined;
  /** Whether there is no journal in the cluster. */
  private isSettled = false;

  private constructor(
    private readonly server: ApiServer,
    private readonly records: WatchedObjects<RecordObject>,
    private readonly onPod: StoreListeners["onPod"],
  ) {}

  /** Reads all records, after what an operation that was cut off left to be done. */
  static async start(
    server: ApiServer,
    { onChange, onPod }: StoreListeners,
  ): Promise<ClusterStore> {
    const records = await WatchedObjects.start<RecordObject>(server, {
      path: RECORDS,
      labelSelector: RECORD_LABEL,
      onChange,
    });
    const store = new ClusterStore(server, records, onPod);
    await store.settle();
    return store;
  }

  /** From its journal on an operation is done. */
  objects(): readonly AwsObject[] {
    return this.withPending(this.records.list()).flatMap((record) => {
      const known = this.read.get(record) ?? objectOf(record);
      if (known === undefined) return [];
      this.read.set(record, known);
      return [known];
    });
  }

  private withPending(records: readonly RecordObject[]): readonly RecordObject[] {
    if (this.pending === undefined) return records;
    const { apply, remove } = this.pending;
    const written = apply.filter(isRecord);
    const changed = new Set([
      ...written.map(({ metadata }) => metadata.name),
      ...remove.filter(isRecord).map(({ name }) => name),
    ]);
    return [...records.filter(({ metadata }) => !changed.has(metadata.name)), ...written];
  }

  async settle(): Promise<boolean> {
    if (this.isSettled) return false;
    const answer = await this.server.ask({ method: "GET", path: pathOf(JOURNAL) });
    this.isSettled = answer.status === 404;
    if (this.isSettled) return false;
    await this.finish(readJournal(contentOf<JournalObject>(answer, "the journal")));
    return true;
  }

  async commit(changes: readonly Change[]): Promise<void> {
    const journal = journalOf(changes, this.objects());
    const { apply, remove } = journal;
    const [only] = apply;
    if (apply.length + remove.length > 1) await this.journaled(journal);
    else if (only !== undefined && isRecord(only)) await this.writeOne(only);
    else throwRefusal(await this.carryOut(journal));
    // Where the process ends before, it is due by itself.
    for (const change of changes) {
      if (change.kind === "removePod") await removeObject(this.server, podName(change.name));
    }
  }

  stop(): Promise<void> {
    return this.records.stop();
  }

  /** Fails where somebody wrote the record since it was read. */
  private async writeOne(record: Manifest): Promise<void> {
    const { name } = record.metadata;
    const { resourceVersion } = this.present(name)?.metadata ?? {};
    const isNew = resourceVersion === undefined;
    const answer = await this.server.ask({
      method: isNew ? "POST" : "PUT",
      path: `${isNew ? RECORDS : `${RECORDS}/${name}`}?fieldManager=${FIELD_MANAGER}`,
      body: {
        ...record,
        metadata: { ...record.metadata, ...(isNew ? {} : { resourceVersion }) },
      },
    });
    if (answer.status === 409) throw new StaleWorldError(name);
    this.records.note(contentOf<RecordObject>(answer, `record "${name}" could not be written`));
  }

  private present(name: string): RecordObject | undefined {
    return this.records.list().find(({ metadata }) => metadata.name === name);
  }

  private async journaled(journal: Journal): Promise<void> {
    // Where nobody answers, the journal may have been written.
    this.isSettled = false;
    await applyObject(this.server, journalManifest(journal), FIELD_MANAGER);
    throwRefusal(await this.finish(journal));
  }

  private async finish(journal: Journal): Promise<Error | undefined> {
    this.pending = journal;
    const refusal = await this.carryOut(journal);
    await removeObject(this.server, JOURNAL);
    this.pending = undefined;
    this.isSettled = true;
    return refusal;
  }

  /** Does what a journal says, or what is left of it; gives back why there are none of its pods. */
  private async carryOut({ apply, remove }: Journal): Promise<Error | undefined> {
    for (const manifest of apply.filter((of) => !isPod(of))) {
      const written = await applyObject<RecordObject>(this.server, manifest, FIELD_MANAGER);
      if (isRecord(manifest)) this.records.note(written);
    }
    const refusal = await this.makePods(apply.filter(isPod));
    for (const of of remove) {
      const present = isRecord(of) ? this.present(of.name) : undefined;
      await removeObject(this.server, of);
      if (present !== undefined) this.records.forget(present);
    }
    return refusal;
  }

  /** Makes all of them, or none where Kubernetes refuses one. */
  private async makePods(pods: readonly Manifest[]): Promise<Error | undefined> {
    try {
      for (const pod of pods) this.onPod(await applyObject<Pod>(this.server, pod, FIELD_MANAGER));
      return undefined;
    } catch (error) {
      if (error instanceof ClusterUnreachable || !(error instanceof Error)) throw error;
      for (const { metadata } of pods) await removeObject(this.server, podName(metadata.name));
      return error;
    }
  }
}

function throwRefusal(refusal: Error | undefined): void {
  if (refusal !== undefined) throw refusal;
}

function isRecord({ kind }: Pick<Manifest, "kind">): boolean {
  return kind === "ConfigMap";
}

function isPod({ kind }: Manifest): boolean {
  return kind === "Pod";
}

function podName(name: string): ObjectName {
  return { apiVersion: "v1", kind: "Pod", namespace: NAMESPACE, name };
}
