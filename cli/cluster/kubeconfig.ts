import { chmod, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { instanceFolder, kubeconfigFile } from "../machine/cache";

type Variables = Readonly<Record<string, string | undefined>>;

/** Writes an instance's credentials where only this user can read them; returns the file. */
export async function writeKubeconfig(
  env: Variables,
  instance: string,
  text: string,
): Promise<string> {
  const folder = instanceFolder(env, instance);
  const file = kubeconfigFile(env, instance);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  // Never half a file, and never one that others can read for a moment.
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, text, { mode: 0o600 });
  await rename(fresh, file);
  return file;
}

export async function removeKubeconfig(env: Variables, instance: string): Promise<void> {
  await rm(instanceFolder(env, instance), { recursive: true, force: true });
}
