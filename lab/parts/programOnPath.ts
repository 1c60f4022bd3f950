import { accessSync, constants } from "node:fs";
import path from "node:path";

/** Where a program is, looking also where only root's programs are. */
export function programOnPath(
  name: string,
  searchPath: string = process.env["PATH"] ?? "",
): string | undefined {
  return [...searchPath.split(path.delimiter), "/usr/sbin", "/sbin"]
    .map((folder) => path.join(folder, name))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
