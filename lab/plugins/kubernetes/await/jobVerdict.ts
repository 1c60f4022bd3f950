import { at, conditionOf, numberAt, textAt } from "../kubeObject";
import type { KubeObject } from "../kubeObject";

import { podProblems, spokenName } from "./podProblems";
import { failed, ready, waiting } from "./verdict";
import type { Verdict } from "./verdict";

/** A Job is done when it is complete; one that used up its chances never will be. */
export function jobVerdict(job: KubeObject, pods: readonly KubeObject[]): Verdict {
  const failure = conditionOf(job, "Failed");
  const reason = textAt(failure, "reason");
  if (textAt(failure, "status") === "True") {
    return failed(`[${reason}] ${textAt(failure, "message")}`, pods.flatMap(podProblems));
  }
  if (textAt(conditionOf(job, "Complete"), "status") === "True") return ready("Job is complete");
  const problems = pods.flatMap(podProblems);
  if (at(job, "status", "startTime") === undefined) {
    return waiting(`Waiting for Job "${spokenName(job)}" to start`, problems);
  }
  const count = (name: string): number => numberAt(job, "status", name) ?? 0;
  const progress =
    `(Active: ${count("active")} | Succeeded: ${count("succeeded")} | ` +
    `Failed: ${count("failed")})`;
  return waiting(`Waiting for Job "${spokenName(job)}" to succeed ${progress}`, problems);
}
