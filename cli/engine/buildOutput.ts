import type { EngineEvent } from "@pulumi/pulumi/automation";
import { problem, type Issue } from "../../core/validate";
import { printable } from "../../core/text/printable";
import { quotedLines } from "../../cluster/kubernetes/evidence";
import { plain } from "./plain";

const IMAGE = "docker:index/image:Image";
const KEPT = 20;

export function isImage(urn: string): boolean {
  return urn.split("::")[2]?.split("$").at(-1) === IMAGE;
}

/** Keeps what the builds of images said last: the docker provider tells each line as a status. */
export class BuildOutput {
  private readonly lines = new Map<string, string[]>();

  on({ diagnosticEvent }: EngineEvent): void {
    const { urn = "", severity, message = "" } = diagnosticEvent ?? {};
    if (!isImage(urn) || severity === "error") return;
    const fresh = printable(plain(message))
      .split("\n")
      .filter((line) => line.trim() !== "");
    this.lines.set(urn, [...(this.lines.get(urn) ?? []), ...fresh].slice(-KEPT));
  }

  /** The error for an image that could not be built; `why` is the provider's own sentence. */
  failure(urn: string, path: string, why: string): Issue {
    const lines = this.lines.get(urn) ?? [];
    return problem(
      "KECS3009",
      path,
      `the image could not be built: ${why}${quotedLines("the build", lines)}`,
      "fix the cause that the last lines show, and run the command again",
    );
  }
}
