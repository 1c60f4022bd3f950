import { readdirSync, readFileSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { backendIdentity } from "../../cluster/machine/backendIdentity";
import { KecsError, problem } from "../../core/validate";
import { parseJson } from "../../core/validate/parseJson";
import { shellQuote } from "../../core/text/shellQuote";
import { fileName } from "../project/chooseStack";
import type { Project } from "../project/project";

/** Who holds a stack's lock, as Pulumi's file backend tells it. */
export interface LockHolder {
  readonly user: string;
  readonly host: string;
  readonly pid: number;
  /** Where the lock is, as a URL. */
  readonly url: string;
}

/** What Pulumi's file backend writes into a lock. */
interface Lock {
  readonly pid: number;
  readonly username: string;
  readonly hostname: string;
}

const HOLDER = /(\S+): created by ([^\n]*?)@(\S+) \(pid (\d+)\)/g;
/** Where Pulumi's file backend has its locks. */
const LOCK_FILE = /\/\.pulumi\/locks\/.+\.json$/;

export function lockHolders(text: string): LockHolder[] {
  return [...text.matchAll(HOLDER)].map(([, url = "", user = "", host = "", pid = ""]) => ({
    url,
    user,
    host,
    pid: Number(pid),
  }));
}

/** Whether every lock was left behind by a process of this machine that is gone. */
export function isStale(
  holders: readonly LockHolder[],
  isAlive: (pid: number) => boolean = processIsAlive,
  host = hostname(),
): boolean {
  return (
    holders.length > 0 && holders.every((holder) => holder.host === host && !isAlive(holder.pid))
  );
}

/**
 * Removes the files of locks that were left behind, and no others: `pulumi cancel` would also remove
 * the lock of an operation that began meanwhile. Returns false where one of them is not such a file.
 */
export function removeStale(holders: readonly LockHolder[]): boolean {
  return holders.every((holder) => {
    const file = lockFile(holder.url);
    if (file === undefined) return false;
    try {
      const { pid, hostname: host } = parseJson<Partial<Lock>>(readFileSync(file, "utf8"), file);
      if (pid === holder.pid && host === holder.host) rmSync(file, { force: true });
    } catch {
      // Somebody else removed it, or it is no lock: then it stays, and is found again.
    }
    return true;
  });
}

function lockFile(url: string): string | undefined {
  try {
    const { protocol, pathname } = new URL(url);
    if (protocol !== "file:") return undefined;
    const file = fileURLToPath(`file://${pathname}`);
    return LOCK_FILE.test(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Refuses what would get into the way of an operation on a stack. A backend of files says whether one is
 * under way; others are not asked.
 *
 * @throws KecsError KECS4004
 */
export function refuseBusy(env: NodeJS.ProcessEnv, project: Project, stack: string): void {
  const backend = backendIdentity(env, project.folder);
  if (!backend.startsWith("file://")) return;
  const folder = join(
    ...[fileURLToPath(backend), ".pulumi", "locks", "organization"],
    ...[project.name, fileName(stack)],
  );
  const holders = filesOf(folder).flatMap((file) => holderIn(join(folder, file)));
  if (holders.length > 0 && !isStale(holders)) throw busy(holders, stack, undefined);
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Where there is no such folder, nobody holds a lock.
    return [];
  }
}

function holderIn(file: string): LockHolder[] {
  try {
    const {
      pid,
      username,
      hostname: host,
    } = parseJson<Partial<Lock>>(readFileSync(file, "utf8"), file);
    if (pid === undefined || username === undefined || host === undefined) return [];
    return [{ user: username, host, pid, url: pathToFileURL(file).href }];
  } catch {
    // The operation ended meanwhile, or it is no lock.
    return [];
  }
}

export function busy(holders: readonly LockHolder[], stack: string, cause: unknown): KecsError {
  const names = holders.map(({ user, host, pid }) => `process ${pid} of ${user} on ${host}`);
  const who = [...new Set(names)].join(", ");
  return new KecsError(
    [
      problem(
        "KECS4004",
        "",
        `stack "${stack}" is busy with another operation${who === "" ? "" : `: ${who}`}`,
        `wait until it is finished; if it no longer runs: pulumi cancel --stack ${shellQuote(stack)}`,
      ),
    ],
    { cause },
  );
}

function processIsAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // No permission means that somebody else's process is there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
