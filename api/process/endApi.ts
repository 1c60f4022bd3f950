import { setTimeout as pause } from "node:timers/promises";
import { findApi } from "./findApi";

const POLL_MS = 50;
const PATIENCE_MS = 5000;

/** Ends the API of an instance; returns whether it was running. */
export async function endApi(
  env: Readonly<Record<string, string | undefined>>,
  instance: string,
): Promise<boolean> {
  const status = await findApi(env, instance);
  if (status === undefined) return false;
  send(status.pid, "SIGTERM");
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    if (!send(status.pid, 0)) return true;
    await pause(POLL_MS);
  }
  // It has no state of its own that could be lost.
  send(status.pid, "SIGKILL");
  return true;
}

/** Whether there is such a process. */
function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}
