import { formatIssue, type Issue } from "./issue";

const MARK = Symbol.for("kecs.KecsError");
const INSPECT = Symbol.for("nodejs.util.inspect.custom");

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
    const text = issues.map(formatIssue).join("\n");
    super(text, options);
    this.name = "KecsError";
    // Pulumi writes `error serializing property "…": ` in front, once for each property that waits.
    Object.defineProperty(this, "message", { get: () => text, set: () => undefined });
    this.issues = issues;
    Object.defineProperty(this, MARK, { value: true });
  }

  /**
   * What Node shows of it. Pulumi inspects every error that a program leaves, after it has hung the
   * program's promises onto it: to walk through those took half a minute.
   */
  [INSPECT](): string {
    return this.stack ?? this.message;
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
