import type { EngineEvent } from "@pulumi/pulumi/automation";
import { formatIssue } from "../../core/validate";
import { parseIssues, plain } from "./parseIssues";

/** The warnings of KECS in what the engine says, as lines for the user. */
export function warningsIn({ diagnosticEvent }: EngineEvent): string[] {
  if (diagnosticEvent?.severity !== "warning") return [];
  return parseIssues(plain(diagnosticEvent.message), "warning").map(formatIssue);
}
