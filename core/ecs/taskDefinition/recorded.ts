import type { ObjectRecord } from "../../records/records";
import type { TaskModel } from "../pod/model";

/** What tasks are made of; undefined where an earlier version of KECS wrote the record. */
export function recordedTask({ attributes }: ObjectRecord): TaskModel | undefined {
  return attributes["model"] as TaskModel | undefined;
}
