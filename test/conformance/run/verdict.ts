import type { CaseFile } from "../caseFile";
import type { Difference } from "../compare";

type Case = CaseFile["cases"][number];

/** What became of a case. */
export interface Result {
  readonly id: string;
  readonly feature: string;
  readonly title: string;
  /** `known`: it differs from AWS, exactly as the file says. */
  readonly outcome: "passed" | "known" | "failed";
  /** One line each; empty unless it failed. */
  readonly reasons: readonly string[];
}

/** Judges what a case differs in from AWS by what the file says of it. */
export function verdict(of: Case, differences: readonly Difference[]): Result {
  const { id, feature, title, achievable } = of;
  const result = { id, feature, title };
  if (achievable !== "no") {
    const outcome = differences.length === 0 ? "passed" : "failed";
    return { ...result, outcome, reasons: differences.map(line) };
  }
  // A file may be older than the product: what is as on AWS by now is no failure.
  if (differences.length === 0) return { ...result, outcome: "passed", reasons: [] };
  const reasons = notAsDocumented(of, differences);
  return { ...result, outcome: reasons.length === 0 ? "known" : "failed", reasons };
}

export function failure({ id, feature, title }: Case, reason: string): Result {
  return { id, feature, title, outcome: "failed", reasons: [reason] };
}

/**
 * A known difference has to be the documented one. `local` names the status that comes
 * instead, or says in words what of an answer with AWS's status is not as on AWS.
 */
function notAsDocumented({ local }: Case, differences: readonly Difference[]): string[] {
  const status = differences.find(({ field }) => field === "status");
  if (typeof local === "number") {
    return status?.received === local ? [] : [`local status: expected ${local}, ${heard(status)}`];
  }
  return status === undefined ? [] : [line(status)];
}

function heard(status: Difference | undefined): string {
  return `received ${status === undefined ? "AWS's" : JSON.stringify(status.received)}`;
}

export function line({ field, expected, received }: Difference): string {
  return `${field}: expected ${text(expected)}, received ${text(received)}`;
}

function text(value: unknown): string {
  const whole = value === undefined ? "nothing" : JSON.stringify(value);
  return whole.length > 300 ? `${whole.slice(0, 300)}…` : whole;
}
