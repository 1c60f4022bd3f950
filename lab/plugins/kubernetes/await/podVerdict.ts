import { conditionOf, textAt } from "../kubeObject";
import type { KubeObject } from "../kubeObject";

import { podProblems, spokenName } from "./podProblems";
import { ready, waiting } from "./verdict";
import type { Verdict } from "./verdict";

export function podVerdict(pod: KubeObject): Verdict {
  const holds = (type: string): boolean => textAt(conditionOf(pod, type), "status") === "True";
  const problems = podProblems(pod);
  const name = spokenName(pod);
  if (!holds("PodScheduled")) return waiting(`Waiting for Pod "${name}" to be scheduled`, problems);
  if (!holds("Initialized"))
    return waiting(`Waiting for Pod "${name}" to be initialized`, problems);
  if (holds("Ready") || textAt(pod, "status", "phase") === "Succeeded")
    return ready("Pod is ready");
  return waiting(`Waiting for Pod "${name}" to be ready`, problems);
}
