import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { instanceFolder } from "../../cluster/files/cache";
import { fileProblem } from "../../cluster/files/fileProblem";
import { jsonObject } from "../../core/records/records";

type Variables = Readonly<Record<string, string | undefined>>;

/** What is kept of an instance's API between its processes. */
export interface ApiFile {
  /** Its port, which stays the same for as long as the instance is not destroyed. */
  readonly port: number;
  /** The process that was started last; it may have ended. */
  readonly pid: number;
}

function apiFile(env: Variables, instance: string): string {
  return join(instanceFolder(env, instance), "api.json");
}

/** What an API that was started in the background prints. */
export function apiLog(env: Variables, instance: string): string {
  return join(instanceFolder(env, instance), "api.log");
}

/** The settings of AWS's clients for this instance, where `kecs env --profile` wrote them. */
export function awsConfigFile(env: Variables, instance: string): string {
  return join(instanceFolder(env, instance), "aws-config");
}

/** Undefined where the instance never had an API. */
export async function readApiFile(env: Variables, instance: string): Promise<ApiFile | undefined> {
  const file = apiFile(env, instance);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw fileProblem(file, "read", error);
  }
  // A broken file says nothing, and is written anew.
  const { port, pid } = jsonObject(text) ?? {};
  return Number.isInteger(port) && Number.isInteger(pid)
    ? { port: port as number, pid: pid as number }
    : undefined;
}

export async function writeApiFile(env: Variables, instance: string, of: ApiFile): Promise<void> {
  const file = apiFile(env, instance);
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const fresh = `${file}.${process.pid}`;
    await writeFile(fresh, JSON.stringify(of), { mode: 0o600 });
    await rename(fresh, file);
  } catch (error) {
    throw fileProblem(file, "written", error);
  }
}

/** Removes all that is kept of an instance's API. */
export async function removeApiFiles(env: Variables, instance: string): Promise<void> {
  for (const file of [apiFile, apiLog, awsConfigFile].map((of) => of(env, instance))) {
    try {
      await rm(file, { force: true });
    } catch (error) {
      throw fileProblem(file, "removed", error);
    }
  }
}
