import { lastLine } from "../../core/text/lastLine";
import type { Issue } from "../../core/validate";
import { run, type RunResult } from "../../cluster/process/run";
import { failed, failedBy, ok, type Check, type Verdict } from "./check";

/** What a program's answer to the question for its version says of it. */
export function judgeProgram(
  name: string,
  answer: RunResult,
  judge: (answer: RunResult) => readonly Issue[],
): Verdict {
  const [issue] = judge(answer);
  if (issue !== undefined) return failedBy(issue);
  if (answer.code !== 0) {
    return failed(
      "KECS2004",
      `${name} does not run (${lastLine(answer.stderr)})`,
      `reinstall ${name}`,
    );
  }
  return ok(answer.stdout.trim().split("\n")[0] ?? "");
}

/** The check of a program that KECS drives. */
export function programCheck(
  name: string,
  args: readonly string[],
  judge: (answer: RunResult) => readonly Issue[],
): Check {
  return {
    name,
    look: async () => judgeProgram(name, await run([name, ...args], { timeoutMs: 8_000 }), judge),
  };
}
