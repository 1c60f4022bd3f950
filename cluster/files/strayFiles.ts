import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder } from "./cache";

/** A file of an instance that was being written, with the process that did it. */
const STRAY = /^(?:kubeconfig|api\.json)\.(\d+)$/;

/** Files that a `kecs` which was killed left half written beside the instances' own, by path. */
export async function listStrayFiles(
  env: Readonly<Record<string, string | undefined>>,
): Promise<string[]> {
  const folder = join(cacheFolder(env), "instances");
  const instances = await readdir(folder).catch(() => []);
  const files = instances.map(async (instance) => {
    const names = await readdir(join(folder, instance)).catch(() => []);
    return names
      .filter((name) => {
        const pid = STRAY.exec(name)?.[1];
        return pid !== undefined && !isAlive(Number(pid));
      })
      .map((name) => join(folder, instance, name));
  });
  return (await Promise.all(files)).flat().sort();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // No permission means that somebody else's process is there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
