import { listRecords } from "../../cluster/kubernetes/listRecords";
import type { Records } from "../../core/records/records";
import { controlPlane } from "./controlPlane";

/**
 * What the records of an instance say before the program changes it, asked once in each run;
 * undefined where its cluster does not answer.
 */
export function recordsOf(instance: string): Promise<Records | undefined> {
  const asked = controlPlane().records;
  const present = asked.get(instance);
  if (present !== undefined) return present;
  const fresh = listRecords(instance);
  asked.set(instance, fresh);
  return fresh;
}
