import { printable } from "../../core/text/printable";
import { kubectl } from "./kubectl";
import type { PodDiagnosis } from "../../core/ecs/observed/podDiagnosis";

/** So many lines are shown, and looked through for those that tell more. */
const SHOWN = 10;
const READ = 60;
const LONGEST = 400;
/** At most so many lines come from above the last ones. */
const MOST_GRAVE = 3;
const GRAVE = /\b(fatal|panic|exception|traceback|error|errno|failed|cannot|denied|refused)\b/i;

/** The last lines that a container wrote; none where there are none, or nobody tells. */
export async function lastLines(
  instance: string,
  { pod, container, hasEnded }: Pick<PodDiagnosis, "pod" | "container" | "hasEnded">,
): Promise<readonly string[]> {
  if (container === undefined) return [];
  const args = ["logs", pod, "-c", container, `--tail=${READ}`];
  const before = hasEnded ? await linesOf(instance, [...args, "--previous"]) : [];
  return tellingLines(before.length > 0 ? before : await linesOf(instance, args));
}

/** The last lines that a container wrote, in their order. */
export async function outputLines(
  instance: string,
  pod: string,
  container: string,
): Promise<readonly string[]> {
  const lines = await linesOf(instance, ["logs", pod, "-c", container, `--tail=${READ}`]);
  return lines.map(printable);
}

async function linesOf(instance: string, args: readonly string[]): Promise<readonly string[]> {
  const answer = await kubectl(instance, args);
  return answer.kind === "answer"
    ? answer.text.split("\n").filter((line) => line.trim() !== "")
    : [];
}

/**
 * The last ten lines, and before them those that tell of an error where the last ones do not. A
 * container writes to two streams, and what it says of its end on the one can come into the log
 * before what it wrote earlier on the other.
 */
export function tellingLines(lines: readonly string[]): readonly string[] {
  const last = lines.slice(-SHOWN);
  const grave = last.some((line) => GRAVE.test(line))
    ? []
    : lines
        .slice(0, -SHOWN)
        .filter((line) => GRAVE.test(line))
        .slice(-MOST_GRAVE);
  const shown = grave.length === 0 ? last : [...grave, "…", ...last.slice(grave.length + 1)];
  return shown.map((line) => cut(printable(line)));
}

function cut(line: string): string {
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** Lines of a log as a part of an error's text, below a sentence. */
export function quotedLines(container: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return [`\n  last lines of ${container}:`, ...lines.map((line) => `  | ${line}`)].join("\n");
}
