import type { Issue } from "../../../core/validate";
import { run } from "../../process/run";
import { containerLogs, type LogRange } from "../argv";
import { parseLog, type LogLine } from "./logLine";
import type { Source } from "./source";
import { lostLog } from "./lostLog";

/** So many logs are read at once. */
const AT_ONCE = 4;

/** What containers wrote, and of which of them something is missing. */
export interface History {
  readonly lines: readonly SourcedLine[];
  readonly lost: readonly Issue[];
}

export interface SourcedLine {
  readonly source: Source;
  readonly line: LogLine;
}

/** What containers wrote until now, by time. */
export async function history(
  instance: string,
  sources: readonly Source[],
  range: LogRange,
): Promise<History> {
  const read: SourcedLine[][] = [];
  const lost: Issue[] = [];
  for (let i = 0; i < sources.length; i += AT_ONCE) {
    const some = sources.slice(i, i + AT_ONCE).map(async (source) => {
      const { task, container } = source;
      const got = await run(containerLogs(instance, task.pod, container.podName, range));
      if (got.code !== 0) lost.push(lostLog(source, got.stderr));
      return parseLog(got.stdout).map((line) => ({ source, line }));
    });
    read.push(...(await Promise.all(some)));
  }
  return { lines: merged(read), lost };
}

/** By time; lines of one time stay in the order of their containers. */
export function merged(logs: readonly (readonly SourcedLine[])[]): SourcedLine[] {
  return logs
    .flat()
    .sort((a, b) => (a.line.time < b.line.time ? -1 : Number(a.line.time > b.line.time)));
}
