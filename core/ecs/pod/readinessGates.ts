import { healthProbe } from "../../lb/targetGroup/healthProbe";
import { targetGroupLabel } from "../../lb/targetGroup/manifests";
import type { TargetModel } from "./target";

/**
 * What a task waits for beside its own containers: the health that the plugin in Traefik finds it to
 * have in each target group. The conditions bear the names of the target groups' labels.
 * https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-readiness-gate
 */
export function readinessGates(targets: readonly TargetModel[]) {
  const checked = targets
    .filter(({ group }) => healthProbe(group).by === "http")
    .map(({ group }) => targetGroupLabel(group.name));
  if (checked.length === 0) return {};
  return { readinessGates: [...new Set(checked)].map((conditionType) => ({ conditionType })) };
}
