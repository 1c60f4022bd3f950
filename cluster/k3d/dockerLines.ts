import { KecsError, problem } from "../../core/validate";
import { lastLine } from "../../core/text/lastLine";
import { daemonIssue, isDaemonSilent } from "../process/dockerDaemon";
import { run, type RunResult } from "../process/run";

/**
 * The lines that a listing of Docker has, also empty ones.
 *
 * @throws KecsError KECS3004 where Docker does not tell: what is unknown is not gone; KECS2001 where no
 * daemon answers
 */
export async function linesOf(argv: readonly string[]): Promise<string[]> {
  const listed = await run(argv);
  if (listed.code === 0) return listed.stdout.split("\n").slice(0, -1);
  throw dockerIsSilent(listed);
}

/** The error of a listing that Docker does not give. */
export function dockerIsSilent(answer: RunResult): KecsError {
  if (isDaemonSilent(answer)) return new KecsError([daemonIssue(answer)]);
  return new KecsError([
    problem(
      "KECS3004",
      "docker",
      `Docker's containers, networks and volumes cannot be listed: ${lastLine(answer.stderr)}`,
      "nothing was removed; run the same command again once 'docker ps' answers",
    ),
  ]);
}
