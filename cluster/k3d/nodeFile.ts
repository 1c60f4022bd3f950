import { KecsError, problem } from "../../core/validate";
import { lastLine } from "../../core/text/lastLine";
import { daemonIssue, isDaemonSilent } from "../process/dockerDaemon";
import { run, type RunResult } from "../process/run";

const TAR_BLOCK = 512;

/**
 * What is in a file of the node, which need not run; empty where there is no such file.
 *
 * @throws KecsError KECS3004 where Docker does not tell, KECS2001 where none answers
 */
export async function readNodeFile(server: string, file: string): Promise<string> {
  const copied = await run(["docker", "cp", `${server}:${file}`, "-"]);
  if (copied.code === 0) return contentOf(copied.stdout);
  if (/could not find the file|no such container:path/i.test(copied.stderr)) return "";
  throw unknownContainer(server, copied);
}

/**
 * The one short file of an archive. Each entry has a block with its size in octal digits at 124 and
 * its kind at 156; those of the kinds x and g only describe the next one.
 */
function contentOf(archive: string): string {
  const size = parseInt(archive.slice(124, 136), 8) || 0;
  const isDescription = /[xg]/.test(archive.charAt(156));
  if (!isDescription) return archive.slice(TAR_BLOCK, TAR_BLOCK + size).trim();
  return contentOf(archive.slice(TAR_BLOCK + Math.ceil(size / TAR_BLOCK) * TAR_BLOCK));
}

/**
 * The error of a container that Docker does not tell of: what is unknown is not gone. Where no daemon
 * answers at all, that is the error.
 */
export function unknownContainer(container: string, answer: RunResult): KecsError {
  if (isDaemonSilent(answer)) return new KecsError([daemonIssue(answer)]);
  return new KecsError([
    problem(
      "KECS3004",
      container,
      `Docker does not say what it is: ${lastLine(answer.stderr)}`,
      `nothing was changed; run the same command again once 'docker inspect ${container}' answers`,
    ),
  ]);
}
