import { cpSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";

/**
 * Lays a folder of changes over a copy of a module. A file takes the place of the one with its
 * name; `stub.go` takes the place of all Go files of its package.
 */
export function applyOverlay(changes: string, copy: string): void {
  for (const name of readdirSync(changes, { recursive: true, encoding: "utf8" })) {
    if (path.basename(name) !== "stub.go") continue;
    const folder = path.join(copy, path.dirname(name));
    for (const file of readdirSync(folder)) {
      if (file.endsWith(".go")) rmSync(path.join(folder, file));
    }
  }
  cpSync(changes, copy, { recursive: true });
}
