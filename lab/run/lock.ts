import {
  linkSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const FORGOTTEN_MS = 10_000;

/** Lets one `up` at a time work on a cache folder; a second one waits for the first. */
export async function withLock<T>(
  file: string,
  waiting: (holder: number) => void,
  work: () => Promise<T>,
): Promise<T> {
  let isReported = false;
  while (!take(file)) {
    const holder = holderOf(file);
    // Given back meanwhile: nothing is to be removed, or it would be the next one's lock.
    if (holder === undefined) continue;
    if (!isAlive(holder)) {
      if (!breakLock(file, holder)) await pause(50);
      continue;
    }
    if (!isReported) waiting(holder);
    isReported = true;
    await pause(500);
  }
  try {
    return await work();
  } finally {
    if (holderOf(file) === process.pid) rmSync(file, { force: true });
  }
}

/**
 * Removes the lock of a process that is gone. One at a time does this, and looks once more: or the
 * second of two would remove the lock that the first has taken by then.
 */
export function breakLock(file: string, holder: number): boolean {
  const breaking = `${file}.break`;
  try {
    mkdirSync(breaking);
  } catch {
    removeForgotten(breaking);
    return false;
  }
  try {
    if (holderOf(file) === holder) rmSync(file, { force: true });
    return true;
  } finally {
    rmdirSync(breaking);
  }
}

/** A process that was killed between two lines left it behind; the work in it takes no time. */
function removeForgotten(folder: string): void {
  const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > FORGOTTEN_MS) rmSync(folder, { recursive: true, force: true });
}

/** A link appears with its content or not at all, so nobody ever reads an empty lock. */
function take(file: string): boolean {
  mkdirSync(path.dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** The process that has the lock; undefined where nobody has it, and 0 where it does not say. */
function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8")) || 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // No permission means that somebody else's process is there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
