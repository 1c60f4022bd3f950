import type { Manifest, ObjectName } from "../../cluster/kubernetes/direct/objects";
import { labels, NAMESPACE } from "../../core/labels";
import { kubernetesName } from "../../core/naming";
import { isOfRecord, type Change, type RecordChange } from "../world/operation";
import type { AwsObject } from "../world/world";
import { applyChanges } from "./applyChanges";
import type { Journal } from "./journal";
import { recordOf } from "./record";

/** What the changes of an operation are in the cluster, but for pods that are to go. */
export function journalOf(changes: readonly Change[], objects: readonly AwsObject[]): Journal {
  const ofRecords = changes.filter(isOfRecord);
  const after = new Map(applyChanges(objects, ofRecords).map((of) => [of.key, of]));
  const names = [...new Set(ofRecords.map(nameOf))];
  const secrets = new Set(objects.flatMap(({ kind, key }) => (kind === WITH_SECRET ? [key] : [])));
  return {
    apply: [
      // Before the record that refers to it: a record never lacks its Secret.
      ...ofRecords.flatMap(secretOf),
      ...names.flatMap((name) => after.get(name) ?? []).map(recordOf),
      ...changes.flatMap((change) => (change.kind === "makePod" ? [change.manifest] : [])),
    ],
    remove: names
      .filter((name) => !after.has(name))
      .flatMap((name) => [
        named("ConfigMap", name),
        ...(secrets.has(name) ? [named("Secret", name)] : []),
      ]),
  };
}

/** The kind of objects that have a Secret beside their record. */
const WITH_SECRET = "cert";

/** Name of the record that a change is of. */
function nameOf(change: RecordChange): string {
  return kubernetesName(change.kind === "put" ? change.object.key : change.key);
}

function secretOf(change: RecordChange): readonly Manifest[] {
  if (change.kind !== "put" || change.secret === undefined) return [];
  const metadata = { name: nameOf(change), namespace: NAMESPACE, labels: labels("certificate") };
  const secret = { apiVersion: "v1", kind: "Secret", metadata, ...change.secret };
  return [secret];
}

function named(kind: string, name: string): ObjectName {
  return { apiVersion: "v1", kind, namespace: NAMESPACE, name };
}
