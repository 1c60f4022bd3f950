import { listRecords, type ListedRecords } from "../../cluster/kubernetes/listRecords";
import { controlPlane } from "./controlPlane";

/** What the records of an instance say before the program changes it, read once in each run. */
export function recordsOf(instance: string): Promise<ListedRecords> {
  const asked = controlPlane().records;
  const present = asked.get(instance);
  if (present !== undefined) return present;
  const fresh = listRecords(instance);
  asked.set(instance, fresh);
  return fresh;
}
