import { existsSync, renameSync } from "node:fs";
import { runCommand } from "../run/command";

/** Removes Go's caches: modules are read-only, which only `rm -rf` as root does not mind. */
export async function removeGoCache(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const doomed = `${folder}.old`;
  await runCommand(["rm", "-rf", doomed]);
  renameSync(folder, doomed);
  await runCommand(["rm", "-rf", doomed]);
}
