import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { LabPaths } from "../../paths";

export const configurationFile = (paths: LabPaths): string =>
  path.join(paths.docker, "daemon.json");

/** The process of the daemon that this lab started, if it runs. */
export function ownDaemon(paths: LabPaths): number | undefined {
  const pid = pidIn(path.join(paths.dockerRuntime, "dockerd.pid"));
  // A pid of long ago may be anybody's by now: the daemon is known by its configuration.
  return pid !== undefined && commandOf(pid).includes(configurationFile(paths)) ? pid : undefined;
}

/** Files of a daemon that was killed keep the next one from starting. */
export function removeStalePids(paths: LabPaths): void {
  if (ownDaemon(paths) !== undefined) return;
  rmSync(path.join(paths.dockerRuntime, "dockerd.pid"), { force: true });
  const containerd = path.join(paths.dockerRuntime, "containerd", "containerd.pid");
  const pid = pidIn(containerd);
  if (pid === undefined || !commandOf(pid).includes(paths.dockerRuntime)) {
    rmSync(containerd, { force: true });
  }
}

/** Ends the daemon, which stops its containers first; false if it did not end in time. */
export async function stopOwnDaemon(pid: number, patienceSeconds = 60): Promise<boolean> {
  process.kill(pid, "SIGTERM");
  for (let waited = 0; waited < patienceSeconds * 10; waited += 1) {
    if (commandOf(pid) === "") return true;
    await pause(100);
  }
  return false;
}

function pidIn(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

/** The command line of a process; empty when there is none, or it has ended. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}
