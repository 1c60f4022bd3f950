import { problem, type Issue } from "../../validate";
import { isPull, OWN_IMAGE } from "../observed/pullFailure";
import { countText, plural, runText, type RolloutState } from "./rolloutState";
import type { BreakerOutcome } from "./circuitBreaker";
import type { Outcome } from "./outcome";

const AGAIN = "fix the cause, and run pulumi up again: it starts a new deployment";

/** A deployment that did not come about. */
export interface FailedDeployment {
  readonly found: RolloutState;
  /** Whether nothing but its time was over. */
  readonly isLate: boolean;
  readonly timeoutSeconds: number;
}

/** `0 of 3 tasks run; waiting for web: exit code 3`. */
export function stateText(found: RolloutState): string {
  return `${countText(found)}; ${found.reason}`;
}

/**
 * The error of a deployment that did not come about: what of it runs, what became of it, and the
 * last words of its tasks. `after` is how a roll back ended.
 */
export function failure(
  path: string,
  failed: FailedDeployment,
  fate: BreakerOutcome,
  after: Outcome | undefined,
  proof: string,
): Issue {
  const { found, isLate, timeoutSeconds } = failed;
  const verdict = isLate
    ? `the service did not become steady within ${timeoutSeconds} s`
    : "the deployment failed";
  const texts = [`${verdict}: ${stateText(found)}`, fateText(fate, found, after)];
  const hint =
    isLate && fate === "left"
      ? "fix the cause, or raise steadyStateTimeout, and run pulumi up again"
      : AGAIN;
  const hints = [...(found.diagnoses.some(isPull) ? [OWN_IMAGE] : []), hint];
  return problem("KECS3007", path, `${texts.filter(Boolean).join("; ")}${proof}`, hints.join("; "));
}

/** The error of a deployment that an earlier update gave up, and that nobody has tried again. */
export function stoppedBefore(path: string, why: string): Issue {
  const reason = why === "" ? "" : `: ${why}`;
  return problem(
    "KECS3007",
    path,
    `the circuit breaker stopped the deployment when it failed${reason}`,
    AGAIN,
  );
}

function fateText(
  fate: BreakerOutcome,
  { earlier }: RolloutState,
  after: Outcome | undefined,
): string {
  if (fate === "left") return "";
  if (fate === "stopped") {
    const others =
      earlier === 0
        ? ""
        : `, and ${plural(earlier, "task")} of the previous deployment ${earlier === 1 ? "runs" : "run"}`;
    return `the circuit breaker stopped it${others}`;
  }
  if (after?.kind === "steady") {
    return `it was rolled back: ${previousText(after.found)}`;
  }
  if (after?.kind === "failed" || after?.kind === "late") {
    return `it was rolled back, but only ${previousText(after.found)}; ${after.found.reason}`;
  }
  return "it was rolled back, but KECS could not find out whether the tasks of the previous deployment run";
}

function previousText(found: RolloutState): string {
  return runText(found, `${plural(found.wanted, "task")} of the previous deployment`);
}
