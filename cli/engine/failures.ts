import type { EngineEvent } from "@pulumi/pulumi/automation";
import { problem, CODES, type Code, type Issue } from "../../components/internal/errors";

/** Collects what the engine says of resources that failed. */
export class FailureCollector {
  private readonly messages: { readonly urn: string; readonly text: string }[] = [];
  private wasCancelled = false;

  /** Whether the engine has taken notice of a Ctrl-C. */
  get cancelled(): boolean {
    return this.wasCancelled;
  }

  on(event: EngineEvent): void {
    if (event.stdoutEvent?.message.includes("^C received") === true) this.wasCancelled = true;
    const diagnostic = event.diagnosticEvent;
    if (diagnostic?.severity !== "error") return;
    const text = plain(diagnostic.message);
    if (text !== "") this.messages.push({ urn: diagnostic.urn ?? "", text });
  }

  /** KECS's own errors as they were; else one issue for each resource; else the last resort. */
  issues(fallback: string): Issue[] {
    const all = this.messages.map(({ text }) => text).join("\n");
    const coded = unique(parseIssues(`${all}\n${fallback}`));
    if (coded.length > 0) return coded;
    const failed = this.messages.filter(({ text }) => !/^update failed$/i.test(text));
    if (failed.length > 0) {
      return failed.map(({ urn, text }) => problem("KECS3003", resourceName(urn), text, HINT));
    }
    return [problem("KECS3003", "", fallback, HINT)];
  }
}

const HINT = "run the command again with --verbose to see all that Pulumi says";
/** Pulumi names the property that an error kept from being told. */
const ISSUE =
  /^\s*(?:error:\s+)?(?:error serializing property "[^"]*": )?(error|warning) (KECS\d{4}): (.*)$/;
/** What a workload wrote, as an issue quotes it below its sentence. */
const QUOTED = /^\s+(last lines of .*:|\| .*)$/;

/** The issues in a text that formatIssue wrote, with whatever Pulumi put around them. */
export function parseIssues(text: string): Issue[] {
  const issues: Issue[] = [];
  for (const line of text.split("\n")) {
    const [, severity, code, rest] = ISSUE.exec(line) ?? [];
    const hint = /^\s*hint: (.*)$/.exec(line)?.[1];
    const last = issues.at(-1);
    const quoted = QUOTED.exec(line)?.[1];
    if (code !== undefined && code in CODES && rest !== undefined) {
      // A path has no blanks; a message begins after the first colon and blank.
      const [, path = "", message = rest] = /^(\S+): (.*)$/.exec(rest) ?? [];
      issues.push({
        code: code as Code,
        path,
        message,
        severity: severity === "warning" ? "warning" : "error",
      });
    } else if (quoted !== undefined && last !== undefined) {
      issues[issues.length - 1] = { ...last, message: `${last.message}\n  ${quoted}` };
    } else if (hint !== undefined && last !== undefined && last.hint === undefined) {
      issues[issues.length - 1] = { ...last, hint };
    }
  }
  return issues;
}

/** A text without Pulumi's colour marks and the blanks around it. */
export function plain(text: string): string {
  return text.replace(/<\{%.*?%\}>/g, "").trim();
}

/** `Deployment "sample"` for the URN of a Kubernetes Deployment of that name. */
export function resourceName(urn: string): string {
  const [, , types, name] = urn.split("::");
  if (types === undefined || name === undefined || types.endsWith("pulumi:Stack")) return "";
  const kind = types.split("$").at(-1)?.split(":").at(-1) ?? "";
  return `${kind}("${name}")`;
}

function unique(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
}
