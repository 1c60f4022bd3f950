import type { EngineEvent } from "@pulumi/pulumi/automation";
import type { Issue } from "../../core/validate";
import { BuildOutput, isImage } from "./buildOutput";
import { explainUncoded, resourceName, shortened } from "./explainUncoded";
import { parseIssues } from "../../core/validate/parseIssues";
import { plain } from "./plain";

/** What Pulumi says of an operation as a whole, or of what fell with what failed before. */
const AFTERMATH = [
  /^(update|preview|destroy|refresh|operation) (failed|cancell?ed)\.?$/i,
  /^an unhandled error occurred: program exited with non-zero exit code/i,
  /^(error: )?failed to register new resource\b.*(cancell?ed|UNAVAILABLE)/is,
  /resource monitor (is terminating|has terminated|shut ?down)/i,
  /^the pulumi runtime detected that \d+ promises were still active/i,
  /^cancell?(ed|ing)\b/i,
];

interface Failure {
  readonly urn: string;
  readonly text: string;
}

/** Collects what the engine says of resources that failed. */
export class FailureCollector {
  private readonly failures: Failure[] = [];
  private readonly builds = new BuildOutput();
  private wasCancelled = false;

  /** Whether the engine has taken notice of a Ctrl-C. */
  get cancelled(): boolean {
    return this.wasCancelled;
  }

  on(event: EngineEvent): void {
    if (event.stdoutEvent?.message.includes("^C received") === true) this.wasCancelled = true;
    this.builds.on(event);
    const diagnostic = event.diagnosticEvent;
    if (diagnostic?.severity !== "error") return;
    const text = plain(diagnostic.message);
    if (text !== "") this.failures.push({ urn: diagnostic.urn ?? "", text });
  }

  /**
   * One issue for each thing that failed: KECS's own as they were, others in a few lines. Without any
   * the last resort, which is what the command line said in the end.
   */
  issues(fallback: string): Issue[] {
    const grave = this.failures.filter(({ text }) => !AFTERMATH.some((each) => each.test(text)));
    const found = unique(grave.flatMap((failure) => this.issuesOf(failure)));
    if (found.length > 0) return found;
    return unique(this.issuesOf({ urn: "", text: fallback }));
  }

  private issuesOf({ urn, text }: Failure): Issue[] {
    const coded = parseIssues(text);
    if (coded.length > 0) return coded;
    if (!isImage(urn)) return [explainUncoded(text, urn)];
    return [this.builds.failure(urn, resourceName(urn), shortened(text))];
  }
}

/** The same failure can come from the provider and from the engine. */
function unique(issues: readonly Issue[]): Issue[] {
  const different = [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
  return different.filter(
    (issue) =>
      issue.severity === "error" ||
      // A warning that was written in the midst of an error's text is no failure.
      !different.some(({ severity }) => severity === "error"),
  );
}
