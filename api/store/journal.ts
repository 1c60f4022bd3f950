import { labels, NAMESPACE } from "../../core/labels";
import { parseJson } from "../../core/validate/parseJson";
import type { RecordManifest, RecordObject } from "./record";

/** Name of the object that says what an operation was about to change, for as long as it is at it. */
export const JOURNAL = "aws-api-journal";

/** What is left to be done of an operation: records to be written, and names of those to go. */
export interface Journal {
  readonly write: readonly RecordManifest[];
  readonly remove: readonly string[];
}

/**
 * The journal of an operation that changes several records. Whoever finds it does what it says, so that
 * all of the changes are made, also where the process ends between two of them.
 */
export function journalManifest(journal: Journal) {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: JOURNAL, namespace: NAMESPACE, labels: labels("aws-api") },
    data: { journal: JSON.stringify(journal) },
  };
}

export function readJournal({ data }: Pick<RecordObject, "data">): Journal {
  return parseJson<Journal>(data?.["journal"] ?? '{"write":[],"remove":[]}', "the journal");
}
