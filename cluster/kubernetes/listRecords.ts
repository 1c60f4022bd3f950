import { RECORD_LABEL } from "../../core/records/manifest";
import { readRecords, type Records } from "../../core/records/records";
import { kubectl, type Answer } from "./kubectl";

/** What an instance has, or why that is not known. */
export type ListedRecords =
  | { readonly kind: "records"; readonly records: Records }
  | Exclude<Answer, { readonly kind: "answer" }>;

/** The records of an instance. */
export async function listRecords(instance: string): Promise<ListedRecords> {
  const answer = await kubectl(instance, ["get", "configmaps", "-l", RECORD_LABEL, "-o", "json"]);
  return answer.kind === "answer" ? { kind: "records", records: readRecords(answer.text) } : answer;
}
