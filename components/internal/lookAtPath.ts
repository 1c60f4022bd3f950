import { statSync } from "node:fs";

/** Why the system does not tell what is at a path: such as EACCES, or ENOTDIR for one below a file. */
export interface Unseen {
  readonly code: string;
}

/** What is at a path of this machine; undefined where nothing is. */
export function lookAtPath(path: string): "file" | "folder" | Unseen | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    return stats.isDirectory() ? "folder" : "file";
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? String(error) };
  }
}
