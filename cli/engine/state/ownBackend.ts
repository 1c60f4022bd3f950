import { chmodSync, lstatSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

type Variables = Readonly<Record<string, string | undefined>>;

/*
 * KECS's own backend: files in the user's home, where `pulumi login --local` has them too. Pulumi's own
 * `~` overlooks a changed HOME.
 */

export function ownBackendUrl(env: Variables): string {
  return `file://${home(env)}`;
}

/** The folder that the backend is in. */
export function home(env: Variables): string {
  const own = env["HOME"] ?? "";
  return own === "" ? homedir() : own;
}

/** Whether this is the backend that Pulumi is going to use. */
export function isOwnBackend(env: Variables): boolean {
  return env["PULUMI_BACKEND_URL"] === ownBackendUrl(env);
}

export function stateFolder(env: Variables): string {
  return join(home(env), ".pulumi");
}

const OTHERS = 0o077;
/** What of the folder is state; the rest is Pulumi's programs. */
const STATE = ["stacks", "history", "backups", "locks", "tags", "meta.yaml", "credentials.json"];

/**
 * Makes the folder of the state, and keeps others out of it. Pulumi writes its files at the umask of
 * the moment, so the folder is what protects them; those that lay open before are closed one by one.
 */
export function closeStateFolder(env: Variables): void {
  const folder = stateFolder(env);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if ((statSync(folder).mode & OTHERS) === 0) return;
  chmodSync(folder, 0o700);
  for (const name of STATE) close(join(folder, name));
}

function close(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isSymbolicLink()) return;
  if (!found.isDirectory()) {
    if (found.isFile()) chmodSync(path, 0o600);
    return;
  }
  chmodSync(path, 0o700);
  for (const name of readdirSync(path)) close(join(path, name));
}
