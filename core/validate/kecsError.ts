import { formatIssue, type Issue } from "./issue";

const MARK = Symbol.for("kecs.KecsError");

/**
 * The one error that KECS throws: every problem of a call at once, each with its code.
 *
 * Its message is the complete text, so that Pulumi's diagnostics and the command line show the
 * same lines. It carries the mark of Pulumi's own RunError, by which the runtime knows that this
 * is a user's error: it prints the message without a stack trace.
 */
export class KecsError extends Error {
  readonly issues: readonly Issue[];
  readonly __pulumiRunError = true;

  constructor(issues: readonly Issue[], options?: ErrorOptions) {
    super(issues.map(formatIssue).join("\n"), options);
    this.name = "KecsError";
    this.issues = issues;
    Object.defineProperty(this, MARK, { value: true });
  }

  /** True for a KecsError of any copy of this package. */
  static is(error: unknown): error is KecsError {
    return typeof error === "object" && error !== null && MARK in error;
  }
}

/** Throws one KecsError with all error issues, if there are any; warnings alone pass. */
export function throwIfErrors(issues: readonly Issue[]): void {
  const errors = issues.filter((issue) => issue.severity === "error");
  if (errors.length > 0) throw new KecsError(errors);
}
