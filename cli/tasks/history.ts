import { run } from "../../components/internal/run";
import { containerLogs, type LogRange } from "./argv";
import { parseLog, type LogLine } from "./logLine";
import type { Source } from "./logWriter";

/** So many logs are read at once. */
const AT_ONCE = 4;

export interface SourcedLine {
  readonly source: Source;
  readonly line: LogLine;
}

/** What containers wrote until now, by time. */
export async function history(
  instance: string,
  sources: readonly Source[],
  range: LogRange,
): Promise<SourcedLine[]> {
  const read: SourcedLine[][] = [];
  for (let i = 0; i < sources.length; i += AT_ONCE) {
    const some = sources.slice(i, i + AT_ONCE).map(async (source) => {
      const { task, container } = source;
      const got = await run(containerLogs(instance, task.pod, container.podName, range));
      return parseLog(got.stdout).map((line) => ({ source, line }));
    });
    read.push(...(await Promise.all(some)));
  }
  return merged(read);
}

/** By time; lines of one time stay in the order of their containers. */
export function merged(logs: readonly (readonly SourcedLine[])[]): SourcedLine[] {
  return logs
    .flat()
    .sort((a, b) => (a.line.time < b.line.time ? -1 : Number(a.line.time > b.line.time)));
}
