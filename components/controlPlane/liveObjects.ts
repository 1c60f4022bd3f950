import { listLiveObjects, type LiveObjects } from "../../cluster/kubernetes/live";
import { lookup, publish } from "./program";

/** What runs before the program changes anything, asked once in each run of a program. */
export function liveObjects(instance: string): Promise<LiveObjects> {
  const key = `live objects of ${instance}`;
  const present = lookup<Promise<LiveObjects>>(key);
  if (present !== undefined) return present;
  const fresh = listLiveObjects(instance);
  publish(key, fresh);
  return fresh;
}
