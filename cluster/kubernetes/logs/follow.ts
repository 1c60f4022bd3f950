import { setTimeout as pause } from "node:timers/promises";
import type { Issue } from "../../../core/validate";
import { followedLogs, watchedTasks, type LogRange } from "../argv";
import { parseLogLine } from "./logLine";
import type { Source, WriteLine } from "./source";
import { lostLog } from "./lostLog";
import { programLines } from "../../process/programLines";

export interface Following {
  readonly instance: string;
  /** The containers that there are now. */
  readonly sources: () => Promise<readonly Source[]>;
  /** What was asked of the containers that are there at the start. */
  readonly range: LogRange;
  /** The last time that was written of each of these, by `sourceKey`. */
  readonly written: ReadonlyMap<string, string>;
  readonly write: WriteLine;
  /** Called for each container whose log broke off and could not be taken up again. */
  readonly onLost: (lost: Issue) => void;
  readonly signal: AbortSignal;
  /** Whether there is nothing more to come: then it ends once all that was written has been read. */
  readonly isOver?: () => boolean;
}

const BREATH_MS = 500;
/** So often a log that broke off without a line is taken up again. */
const ATTEMPTS = 3;

export function sourceKey({ task, container }: Source): string {
  return `${task.id}/${container.podName}`;
}

/** Writes what containers write, those that come included, until the signal ends it or it is over. */
export async function follow(following: Following): Promise<void> {
  const { instance, range, write, onLost, isOver = () => false } = following;
  const end = new AbortController();
  const signal = AbortSignal.any([following.signal, end.signal]);
  const failures = new Map<string, number>();
  const written = new Map(following.written);
  const running = new Set<string>();
  const ended = new Set<string>();
  let isFirst = true;
  let hasChanged = true;

  const read = async (source: Source, asked: LogRange): Promise<void> => {
    const key = sourceKey(source);
    const { task, container } = source;
    const after = written.get(key) ?? "";
    const from = after === "" ? asked : { sinceTime: after };
    running.add(key);
    let before = after;
    const { code, why } = await programLines(
      followedLogs(instance, task.pod, container.podName, from),
      signal,
      (text) => {
        const line = parseLogLine(text, before);
        before = line.time;
        // kubectl counts in seconds, and repeats what was written in the last one.
        if (line.time <= after) return;
        written.set(key, line.time);
        failures.delete(key);
        write(source, line);
      },
    );
    await breathe(signal);
    running.delete(key);
    const failed = code === 0 || signal.aborted ? 0 : (failures.get(key) ?? 0) + 1;
    failures.set(key, failed);
    if (failed === ATTEMPTS) onLost(lostLog(source, why));
    if (failed === 0 || failed >= ATTEMPTS) ended.add(`${key}/${container.runtimeId}`);
    hasChanged = true;
  };
  const watch = async (): Promise<void> => {
    while (!signal.aborted) {
      await programLines(watchedTasks(instance), signal, () => (hasChanged = true));
      await breathe(signal);
    }
  };

  const watching = watch();
  while (!signal.aborted) {
    const isLast = isOver();
    if (hasChanged || isLast) {
      hasChanged = false;
      for (const source of await following.sources()) {
        const key = sourceKey(source);
        const { runtimeId, lastStatus } = source.container;
        const isRead = lastStatus === "STOPPED" && ended.has(`${key}/${runtimeId}`);
        if (runtimeId === null || running.has(key) || isRead) continue;
        void read(source, isFirst ? range : {});
      }
      isFirst = false;
    }
    if (isLast && running.size === 0) break;
    await breathe(signal);
  }
  end.abort();
  await watching;
}

async function breathe(signal: AbortSignal): Promise<void> {
  await pause(BREATH_MS, undefined, { signal }).catch(() => undefined);
}
