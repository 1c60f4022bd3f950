import { listLiveObjects, type LiveObjects } from "../../cluster/kubernetes/live";
import { controlPlane } from "./controlPlane";

/** What runs before the program changes anything, asked once in each run of a program. */
export function liveObjects(instance: string): Promise<LiveObjects> {
  const asked = controlPlane().liveObjects;
  const present = asked.get(instance);
  if (present !== undefined) return present;
  const fresh = listLiveObjects(instance);
  asked.set(instance, fresh);
  return fresh;
}
