import type { EngineEvent } from "@pulumi/pulumi/automation";
import { formatIssue } from "../../core/validate";
import { parseIssues } from "../../core/validate/parseIssues";
import { plain } from "./plain";

/** The warnings of KECS in what the engine says, as lines for the user. */
export function warningsIn({ diagnosticEvent }: EngineEvent): string[] {
  if (diagnosticEvent?.severity !== "warning") return [];
  return parseIssues(plain(diagnosticEvent.message), "warning").map(formatIssue);
}
