import { gunzipSync, gzipSync } from "node:zlib";
import type { Manifest, ObjectName } from "../../cluster/kubernetes/direct/objects";
import { labels, NAMESPACE } from "../../core/labels";
import { parseJson } from "../../core/validate/parseJson";

/** What an operation changes in the cluster, in that order: objects to be applied, and those to go. */
export interface Journal {
  readonly apply: readonly Manifest[];
  readonly remove: readonly ObjectName[];
}

/** A Secret, as far as it is a journal. */
export interface JournalObject {
  readonly data?: { readonly journal?: string };
}

/** The object that says what an operation was about to change, for as long as it is at it. */
export const JOURNAL: ObjectName = {
  apiVersion: "v1",
  kind: "Secret",
  namespace: NAMESPACE,
  name: "aws-api-journal",
};

/**
 * The journal of an operation that changes several objects. Whoever finds it does what it says, so that
 * all of the changes are made, also where the process ends between two of them. It is a Secret, since
 * private keys and the environment of tasks are in it, and compressed, since Kubernetes takes 1 MiB.
 */
export function journalManifest(journal: Journal): Manifest & Required<JournalObject> {
  const { apiVersion, kind, name, namespace } = JOURNAL;
  const text = gzipSync(JSON.stringify(journal)).toString("base64");
  return {
    apiVersion,
    kind,
    metadata: { name, namespace, labels: labels("aws-api") },
    data: { journal: text },
  };
}

export function readJournal({ data }: JournalObject): Journal {
  const text = gunzipSync(Buffer.from(data?.journal ?? "", "base64")).toString("utf8");
  return parseJson<Journal>(text, "the journal");
}
