import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../files/cache";

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reserves a local port that was found free for an instance, until this process ends: by then Docker
 * has opened it, or nobody needs it. Tells whether it could be had; another instance that is being made
 * may have it. One file for each port is the lock, which only one process can make.
 */
export function reservePort(env: Variables, instance: string, port: number): boolean {
  const folder = join(cacheFolder(env), "ports");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    if (!isHeld(join(folder, name), instance)) rmSync(join(folder, name), { force: true });
  }
  try {
    const text = `${process.pid} ${instance}\n`;
    writeFileSync(join(folder, String(port)), text, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Whether another instance's process holds a port; this instance's own is taken over. */
function isHeld(file: string, instance: string): boolean {
  const [pid = "", holder = ""] = read(file).trim().split(" ");
  return holder !== instance && isAlive(Number(pid));
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
