import { printable } from "../text/printable";
import type { Code } from "./codes";

/** One problem that a user can solve: what is wrong, where, why, and what to do. */
export interface Issue {
  readonly code: Code;
  /** The property as the user wrote it, such as `Listener("web").defaultActions[0].type`. */
  readonly path: string;
  /** What is wrong and what is allowed: a lower-case clause with the received value in quotes. */
  readonly message: string;
  /** One imperative sentence that names the setting or the command to change. */
  readonly hint?: string;
  /** Errors stop the operation; warnings are shown and passed over. */
  readonly severity: "error" | "warning";
}

/** An error issue; a warning is spelled out by hand, since there are few. */
export function problem(code: Code, path: string, message: string, hint?: string): Issue {
  return { code, path, message, severity: "error", ...(hint === undefined ? {} : { hint }) };
}

/** True where nothing is an error: warnings alone do not stop an operation. */
export function isSound(issues: readonly Issue[]): boolean {
  return issues.every((issue) => issue.severity === "warning");
}

/** The text of a warning for a log that says itself that it is one. */
export function warningText(issue: Issue): string {
  return formatIssue(issue).replace(/^warning /, "");
}

/**
 * The text of one issue: a line with code, place and message, and a line with the hint. Parts of it can
 * come from other programs, so nothing in it steers a terminal.
 */
export function formatIssue(issue: Issue): string {
  const head = issue.path === "" ? issue.message : `${issue.path}: ${issue.message}`;
  const lines = [`${issue.severity} ${issue.code}: ${head}`];
  if (issue.hint !== undefined) lines.push(`  hint: ${issue.hint}`);
  return printable(lines.join("\n"));
}
