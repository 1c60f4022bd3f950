import type { Ended } from "./stage";
import type { FaultRow } from "./row";

/** What nobody who uses a command should have to read. */
const NOISE: readonly (readonly [RegExp, string])[] = [
  [/^\s+at .+:\d+:\d+\)?$/m, "shows a stack trace"],
  [/code: -?\d+\n/, "shows Pulumi's own dump"],
  [/KECS9001/, "says that KECS itself failed"],
  [/\$\{?[a-z_]+\}?.*\n.*(?:esac|done|fi)$/m, "shows a script"],
];

/** What is wrong with how a command ended; what it leaves is judged by itself. */
export function judge(
  { expect, command }: Pick<FaultRow, "expect" | "command">,
  ended: Ended,
): string[] {
  const found: string[] = [];
  if (ended.code === undefined) return ["it does not end"];
  const exit = "refuses" in expect ? expect.exit : 0;
  if (ended.code !== exit) found.push(`it ends with ${ended.code} instead of ${exit}`);
  const code =
    "refuses" in expect ? expect.refuses : "answers" in expect ? expect.warns : undefined;
  if (code !== undefined && !ended.text.includes(code)) found.push(`it does not say ${code}`);
  // What Pulumi itself says is Pulumi's.
  if (command[0] !== "kecs") return found;
  found.push(...NOISE.flatMap(([pattern, words]) => (pattern.test(ended.text) ? [words] : [])));
  return found;
}
