import { hostname } from "node:os";
import { KecsError, problem } from "../../components/internal/errors";
import { shellQuote } from "../../components/internal/shellQuote";

/** Who holds a stack's lock, as Pulumi's file backend tells it. */
export interface LockHolder {
  readonly user: string;
  readonly host: string;
  readonly pid: number;
}

const HOLDER = /created by (\S+)@(\S+) \(pid (\d+)\)/g;

export function lockHolders(text: string): LockHolder[] {
  return [...text.matchAll(HOLDER)].map(([, user = "", host = "", pid = ""]) => ({
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

export function busy(holders: readonly LockHolder[], stack: string, cause: unknown): KecsError {
  const names = holders.map(({ user, host, pid }) => `process ${pid} of ${user} on ${host}`);
  const who = [...new Set(names)].join(", ");
  return new KecsError(
    [
      problem(
        "KECS4004",
        "",
        `stack "${stack}" is busy with another operation${who === "" ? "" : `: ${who}`}`,
        `wait for its end; if it no longer runs: pulumi cancel --stack ${shellQuote(stack)}`,
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
