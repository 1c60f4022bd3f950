import { kubernetesName } from "../../core/naming";
import { API_STACK } from "../../core/records/others";
import type { RecordChange } from "../world/operation";
import type { AwsObject } from "../world/world";

/** The objects of an instance after an operation. An object that is put again keeps its maker. */
export function applyChanges(
  objects: readonly AwsObject[],
  changes: readonly RecordChange[],
): readonly AwsObject[] {
  const all = new Map(objects.map((object) => [object.key, object]));
  for (const change of changes) {
    if (change.kind === "remove") all.delete(kubernetesName(change.key));
    else {
      const key = kubernetesName(change.object.key);
      const { owner = "api", stack = API_STACK } = all.get(key) ?? {};
      all.set(key, { ...(change.object as AwsObject), key, owner, stack });
    }
  }
  return [...all.values()];
}
