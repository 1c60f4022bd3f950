import { contentOf, type ApiServer } from "../../cluster/kubernetes/direct/apiServer";
import {
  applyObject,
  pathOf,
  pathOfKind,
  removeObject,
  type Manifest,
} from "../../cluster/kubernetes/direct/objects";
import { WatchedObjects } from "../../cluster/kubernetes/direct/watchedObjects";
import { labels, NAMESPACE } from "../../core/labels";
import { kubernetesName } from "../../core/naming";
import { RECORD_LABEL } from "../../core/records/manifest";
import type { RecordChange } from "../world/operation";
import type { AwsObject } from "../world/world";
import { applyChanges } from "./applyChanges";
import { JOURNAL, journalManifest, readJournal, type Journal } from "./journal";
import { objectOf, recordOf, type RecordObject } from "./record";
import { StaleWorldError, type Store } from "./store";

/** Who writes records, as Kubernetes knows it. */
export const FIELD_MANAGER = "kecs-api";

const RECORDS = pathOfKind("v1", "ConfigMap", NAMESPACE);

/** The records in an instance's cluster, whoever writes them. */
export class ClusterStore implements Store {
  /** What was read of records; a record that changes is another object. */
  private readonly read = new WeakMap<RecordObject, AwsObject>();

  private constructor(
    private readonly server: ApiServer,
    private readonly records: WatchedObjects<RecordObject>,
  ) {}

  /** Reads all records, after what an operation that was cut off left to be done. */
  static async start(server: ApiServer, onChange: () => void): Promise<ClusterStore> {
    const records = await WatchedObjects.start<RecordObject>(server, {
      path: RECORDS,
      labelSelector: RECORD_LABEL,
      onChange,
    });
    const store = new ClusterStore(server, records);
    await store.finishJournal();
    return store;
  }

  objects(): readonly AwsObject[] {
    return this.records.list().flatMap((record) => {
      const known = this.read.get(record) ?? objectOf(record);
      if (known === undefined) return [];
      this.read.set(record, known);
      return [known];
    });
  }

  async commit(changes: readonly RecordChange[]): Promise<void> {
    const after = new Map(applyChanges(this.objects(), changes).map((of) => [of.key, of]));
    const names = [
      ...new Set(
        changes.map((change) =>
          kubernetesName(change.kind === "put" ? change.object.key : change.key),
        ),
      ),
    ];
    for (const change of changes) await this.writeSecret(change);
    const write = names.flatMap((name) => after.get(name) ?? []).map(recordOf);
    const remove = names.filter((name) => !after.has(name));
    const [first] = write;
    if (first !== undefined && names.length === 1) await this.writeOne(first);
    else if (names.length === 1) await this.carryOut({ write, remove });
    else await this.journaled({ write, remove });
  }

  /** Before the record that refers to it: a record never lacks its Secret. */
  private async writeSecret(change: RecordChange): Promise<void> {
    if (change.kind !== "put" || change.secret === undefined) return;
    const name = kubernetesName(change.object.key);
    const metadata = { name, namespace: NAMESPACE, labels: labels("certificate") };
    const secret = { apiVersion: "v1", kind: "Secret", metadata, ...change.secret };
    await applyObject(this.server, secret, FIELD_MANAGER);
  }

  stop(): Promise<void> {
    return this.records.stop();
  }

  /** Fails where somebody wrote the record since it was read. */
  private async writeOne(record: Manifest): Promise<void> {
    const { name } = record.metadata;
    const present = this.records.list().find(({ metadata }) => metadata.name === name);
    const { resourceVersion } = present?.metadata ?? {};
    const answer = await this.server.ask({
      method: present === undefined ? "POST" : "PUT",
      path: `${present === undefined ? RECORDS : `${RECORDS}/${name}`}?fieldManager=${FIELD_MANAGER}`,
      body: {
        ...record,
        metadata: {
          ...record.metadata,
          ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
      },
    });
    if (answer.status === 409) throw new StaleWorldError(name);
    this.records.note(contentOf<RecordObject>(answer, `record "${name}" could not be written`));
  }

  private async journaled(journal: Journal): Promise<void> {
    await applyObject(this.server, journalManifest(journal), FIELD_MANAGER);
    await this.carryOut(journal);
    await removeObject(this.server, JOURNAL_NAME);
  }

  private async finishJournal(): Promise<void> {
    const answer = await this.server.ask({ method: "GET", path: pathOf(JOURNAL_NAME) });
    if (answer.status === 404) return;
    await this.carryOut(readJournal(contentOf<RecordObject>(answer, "the journal")));
    await removeObject(this.server, JOURNAL_NAME);
  }

  private async carryOut({ write, remove }: Journal): Promise<void> {
    for (const record of write) {
      this.records.note(await applyObject<RecordObject>(this.server, record, FIELD_MANAGER));
    }
    for (const name of remove) {
      const present = this.records.list().find(({ metadata }) => metadata.name === name);
      await removeObject(this.server, { ...JOURNAL_NAME, name });
      if (present === undefined) continue;
      this.records.forget(present);
      if (present.metadata.labels?.[RECORD_LABEL] === WITH_SECRET) {
        await removeObject(this.server, { ...JOURNAL_NAME, kind: "Secret", name });
      }
    }
  }
}

/** The kind of objects that have a Secret beside their record. */
const WITH_SECRET = "cert";

const JOURNAL_NAME = { apiVersion: "v1", kind: "ConfigMap", namespace: NAMESPACE, name: JOURNAL };
