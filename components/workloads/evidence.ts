import { ask } from "./ask";
import type { PodFault } from "./podFault";

const LINES = 10;

/** The last lines that a container wrote; none where there are none, or nobody tells. */
export async function lastLines(
  instance: string,
  { pod, container, hasEnded }: PodFault,
): Promise<readonly string[]> {
  if (container === undefined) return [];
  const args = ["logs", pod, "-c", container, `--tail=${LINES}`];
  const before = hasEnded ? await linesOf(instance, [...args, "--previous"]) : [];
  return before.length > 0 ? before : linesOf(instance, args);
}

async function linesOf(instance: string, args: readonly string[]): Promise<readonly string[]> {
  const answer = await ask(instance, args);
  return answer.kind === "answer" ? answer.text.trimEnd().split("\n").filter(Boolean) : [];
}

/** Lines of a log as a part of an error's text, below a sentence. */
export function quotedLines(container: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return [`\n  last lines of ${container}:`, ...lines.map((line) => `  | ${line}`)].join("\n");
}
