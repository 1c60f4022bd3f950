import { readFileSync } from "node:fs";
import { CommandFailed } from "./run/command";

/** The machine is not one that the lab can be on. */
export class LabUnsupported extends Error {
  override readonly name = "LabUnsupported";
}

/** A step failed. The message has the end of its log and what to do. */
export class LabFailed extends Error {
  override readonly name = "LabFailed";

  constructor(title: string, logFile: string, options: { readonly cause: unknown }) {
    super(failureText(title, logFile, reasonOf(options.cause), endOf(logFile)), options);
  }
}

export function failureText(
  title: string,
  logFile: string,
  reason: string,
  end: readonly string[],
): string {
  return [
    `${title} failed: ${reason}`,
    ...end.map((line) => `  | ${line}`),
    `The whole log: ${logFile}`,
    "What is finished is kept. Run `npm run lab -- up` again once the cause is gone; a download",
    "that broke off, or a full disk, are the usual ones.",
  ].join("\n");
}

function reasonOf(cause: unknown): string {
  if (cause instanceof CommandFailed) return `${cause.argv.join(" ")} ${cause.outcome}`;
  return cause instanceof Error ? cause.message : String(cause);
}

/** The last 20 lines of a log. */
function endOf(logFile: string): string[] {
  try {
    return readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-20);
  } catch {
    return [];
  }
}
