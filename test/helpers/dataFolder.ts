import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const made: string[] = [];

/** An environment with a data folder of its own, which is gone after the file's tests. */
export function freshEnv(): { readonly KECS_DATA_DIR: string } {
  const folder = mkdtempSync(join(tmpdir(), "kecs-data-"));
  made.push(folder);
  return { KECS_DATA_DIR: join(folder, "kecs") };
}

export function removeFreshEnvs(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
