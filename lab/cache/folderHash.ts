import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** A hash of names, contents and executable bits of every file below a folder. */
export function folderHash(folder: string): string {
  const hash = createHash("sha256");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  for (const name of files) {
    const file = path.join(folder, name);
    const stats = statSync(file);
    if (!stats.isFile()) continue;
    hash.update(JSON.stringify([name, (stats.mode & 0o100) !== 0, stats.size]));
    hash.update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** A short key for an artifact: the same parts give the same key, in this order only. */
export function keyOf(...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}
