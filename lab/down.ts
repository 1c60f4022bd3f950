import { labPaths } from "./paths";
import { ownDaemon, stopOwnDaemon } from "./parts/docker/ownDaemon";

/** Stops the Docker daemon that the lab started; false if there is none. Another is left alone. */
export async function labDown(): Promise<boolean> {
  const pid = ownDaemon(labPaths());
  if (pid === undefined) return false;
  if (!(await stopOwnDaemon(pid))) throw new Error(`the daemon, process ${pid}, did not end`);
  return true;
}
