import type { Issue } from "../../core/validate";

/** Issues as `code path`, in their order: what a table of refusals names. */
export function brief(issues: readonly Issue[]): string[] {
  return issues.map(({ code, path }) => `${code} ${path}`);
}

/** The issues that stop an operation. */
export function errors(issues: readonly Issue[]): Issue[] {
  return issues.filter(({ severity }) => severity === "error");
}

/** The one issue that is expected. */
export function only(issues: readonly Issue[]): Issue {
  const [first] = issues;
  if (first === undefined || issues.length !== 1) {
    throw new Error(`expected one issue, got ${JSON.stringify(brief(issues))}`);
  }
  return first;
}
