import { chmod, mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileProblem } from "../files/fileProblem";
import { instanceFolder, kubeconfigFile } from "../files/cache";

type Variables = Readonly<Record<string, string | undefined>>;

/** The kubeconfig, and what a `kecs` that was killed while it wrote one left beside it. */
const OWN_FILE = /^kubeconfig(\.\d+)?$/;

/** Writes an instance's credentials where only this user can read them; returns the file. */
export async function writeKubeconfig(
  env: Variables,
  instance: string,
  text: string,
): Promise<string> {
  const folder = instanceFolder(env, instance);
  const file = kubeconfigFile(env, instance);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    // Never half a file, and never one that others can read for a moment.
    const fresh = `${file}.${process.pid}`;
    await writeFile(fresh, text, { mode: 0o600 });
    await rename(fresh, file);
  } catch (error) {
    throw fileProblem(file, "written", error);
  }
  return file;
}

/** The files that KECS wrote for an instance. */
export async function kubeconfigFiles(env: Variables, instance: string): Promise<string[]> {
  const folder = instanceFolder(env, instance);
  try {
    const names = await readdir(folder);
    return names.filter((name) => OWN_FILE.test(name)).map((name) => join(folder, name));
  } catch (error) {
    if (isAbsence(error)) return [];
    throw fileProblem(folder, "read", error);
  }
}

/** Removes the files that KECS wrote, and their folder if nothing else is in it. */
export async function removeKubeconfig(env: Variables, instance: string): Promise<void> {
  const folder = instanceFolder(env, instance);
  try {
    for (const file of await kubeconfigFiles(env, instance)) await rm(file, { force: true });
    await rmdir(folder);
  } catch (error) {
    if (!isAbsence(error) && !isFull(error)) throw fileProblem(folder, "removed", error);
  }
}

function isAbsence(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");
}

function isFull(error: unknown): boolean {
  return ["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "");
}
