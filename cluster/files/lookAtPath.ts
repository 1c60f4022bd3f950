import { statSync } from "node:fs";
import type { Look } from "../../core/image/validate";

/** What is at a path of this machine; undefined where nothing is. */
export function lookAtPath(path: string): ReturnType<Look> {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    return stats.isDirectory() ? "folder" : "file";
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? String(error) };
  }
}
