import { CODES, type Code } from "./codes";
import type { Issue } from "./issue";

/**
 * What Pulumi puts in front of an issue, once or several times: the name of the error, the property that
 * an error kept from being written, a bullet.
 */
const IN_FRONT =
  /^(?:error:|Uncaught|\*|(?:[A-Za-z]*Error)(?: \[\w+\])?:|error serializing property "[^"]*":|exit status \d+:|\d+ errors? occurred:)\s*/;
const ISSUE = /^(?:(error|warning) )?(KECS\d{4}): (.*)$/;
const HINT = /^\s*hint: (.*)$/;
/** What a workload wrote, as an issue quotes it below its sentence. */
const QUOTED = /^\s+(last lines of .*:|\| .*)$/;

/**
 * The issues in a text that formatIssue wrote, with whatever Pulumi put around them.
 *
 * @param severity of those that do not tell it themselves
 */
export function parseIssues(text: string, severity: Issue["severity"] = "error"): Issue[] {
  const issues: Issue[] = [];
  for (const line of text.split("\n")) {
    const last = issues.at(-1);
    const quoted = QUOTED.exec(line)?.[1];
    if (quoted !== undefined) {
      if (last !== undefined) {
        issues[issues.length - 1] = { ...last, message: `${last.message}\n  ${quoted}` };
      }
      continue;
    }
    const issue = issueOf(line, severity);
    const hint = HINT.exec(line)?.[1];
    if (issue !== undefined) issues.push(issue);
    else if (hint !== undefined && last !== undefined && last.hint === undefined) {
      issues[issues.length - 1] = { ...last, hint };
    }
  }
  return issues;
}

function issueOf(line: string, otherwise: Issue["severity"]): Issue | undefined {
  const [, severity, code, rest] = ISSUE.exec(bare(line)) ?? [];
  if (code === undefined || !(code in CODES) || rest === undefined) return undefined;
  // A path has no blanks; a message begins after the first colon and blank.
  const [, path = "", message = rest] = /^(\S+): (.*)$/.exec(rest) ?? [];
  return {
    code: code as Code,
    path,
    message,
    severity: severity === "warning" ? "warning" : severity === "error" ? "error" : otherwise,
  };
}

/** A line without what Pulumi put in front of it. */
export function bare(line: string): string {
  let rest = line.trim();
  for (;;) {
    const next = rest.replace(IN_FRONT, "");
    // The word `error` of an issue itself stays: it has no colon.
    if (next === rest) return rest;
    rest = next;
  }
}
