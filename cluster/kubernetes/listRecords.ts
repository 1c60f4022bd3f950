import { RECORD_LABEL } from "../../core/records/manifest";
import { readRecords, type Records } from "../../core/records/records";
import { kubectl } from "./kubectl";

/** The records of an instance; undefined where its cluster does not answer. */
export async function listRecords(instance: string): Promise<Records | undefined> {
  const answer = await kubectl(instance, ["get", "configmaps", "-l", RECORD_LABEL, "-o", "json"]);
  return answer.kind === "answer" ? readRecords(answer.text) : undefined;
}
