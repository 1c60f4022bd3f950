import type { FailureCount } from "../observed/failureCount";
import type { PodDiagnosis } from "../observed/podDiagnosis";
import { deploymentOf } from "./current";
import { rolloutState } from "./rolloutState";
import type { Snapshot } from "./snapshot";

/** What is to be noted of the deployment that a cluster works on. */
export interface Verdict {
  readonly kind: "completed" | "failed";
  readonly deployment: string;
  /** Why its tasks do not run, the gravest first. */
  readonly diagnoses: readonly PodDiagnosis[];
}

/** Those of which it was noted how they went. */
interface Noted {
  readonly completed: string | undefined;
  readonly failed: string | undefined;
}

/**
 * Judges the deployment that a cluster works on, once: what is complete cannot fail any more, and what
 * was given up can only be found complete after all. A service without tasks tells nothing.
 */
export function judgeDeployment(
  snapshot: Snapshot,
  noted: Noted,
  counted: Pick<FailureCount, "failures">,
  now: number,
): Verdict | undefined {
  const deployment = deploymentOf(snapshot.deployment.spec.template);
  if (deployment === undefined || deployment === noted.completed) return undefined;
  const { kind, wanted, diagnoses } = rolloutState(snapshot, counted, now);
  if (wanted === 0 || kind === "progressing") return undefined;
  if (kind === "steady") return { kind: "completed", deployment, diagnoses };
  return deployment === noted.failed ? undefined : { kind, deployment, diagnoses };
}
