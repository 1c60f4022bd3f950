import type { ContainerStatus, Event, Pod } from "./kubernetesObjects";
import { podDiagnoses, type PodDiagnosis } from "./podDiagnosis";
import { statusesOf } from "./taskStatus";
import { hasRun } from "./taskStop";

/** Why a container of a task that runs once cannot start at all; undefined where that is not known. */
export function startFailure(
  pod: Pod,
  now: number,
  events: readonly Event[],
): (PodDiagnosis & { readonly container: string }) | undefined {
  // A container that ran has started; what became of it the pod's own end tells.
  if (pod.status?.phase !== "Pending" || statusesOf(pod).some(hasEnded)) return undefined;
  const [diagnosis] = podDiagnoses(pod, now, events);
  if (diagnosis?.isFailure !== true || diagnosis.container === undefined) return undefined;
  return { ...diagnosis, container: diagnosis.container };
}

function hasEnded({ state, lastState }: ContainerStatus): boolean {
  const end = state?.terminated ?? lastState?.terminated;
  return end !== undefined && hasRun(end);
}
