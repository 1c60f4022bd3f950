import { existsSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileName } from "../../project/chooseStack";
import { isOwnBackend, stateFolder } from "./ownBackend";

type Variables = Readonly<Record<string, string | undefined>>;

/** So many earlier states of a stack are kept; Pulumi itself adds one in each update, for ever. */
export const KEPT_BACKUPS = 5;

/** Names that lead nowhere but into the folder of the state. */
const NAME = /^(?!\.{1,2}$)[\w.-]+$/;
const BACKUP = /^(.+)\.(\d+)\.json(\.gz|\.zst)?$/;

/** Removes all but the last backups of a stack from KECS's own backend; touches no other backend. */
export function pruneBackups(env: Variables, project: string, stack: string): void {
  removeBackups(env, project, stack, KEPT_BACKUPS);
}

/** Removes what Pulumi keeps of a stack that was removed from KECS's own backend. */
export function forgetBackups(env: Variables, project: string, stack: string): void {
  const folder = removeBackups(env, project, stack, 0);
  if (folder === undefined) return;
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
  for (const extension of ["json", "json.gz", "json.zst"].flatMap((end) => [
    `${end}.bak`,
    `${end}.damaged`,
  ])) {
    const name = `${fileName(stack)}.${extension}`;
    rmSync(join(stateFolder(env), "stacks", project, name), { force: true });
  }
}

function removeBackups(
  env: Variables,
  project: string,
  stack: string,
  kept: number,
): string | undefined {
  const name = fileName(stack);
  if (!isOwnBackend(env) || !NAME.test(project) || !NAME.test(name)) return undefined;
  const folder = join(stateFolder(env), "backups", project, name);
  if (!existsSync(folder)) return folder;
  const backups = readdirSync(folder)
    .map((file) => ({ file, parts: BACKUP.exec(file) }))
    .filter(({ parts }) => parts?.[1] === name)
    .map(({ file, parts }) => ({ file, time: BigInt(parts?.[2] ?? 0) }))
    .sort((a, b) => (a.time < b.time ? 1 : -1));
  for (const { file } of backups.slice(kept)) rmSync(join(folder, file), { force: true });
  return folder;
}
