import { mkdirSync, renameSync, rmSync, writeFileSync, chmodSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Inspection } from "../run/step";

/** A file that was built, and the key of what it was built from. The key is written last. */
export interface Artifact {
  readonly file: string;
  readonly keyFile: string;
  readonly key: string;
}

export async function inspectArtifact(artifact: Artifact): Promise<Inspection> {
  const size = await stat(artifact.file).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === undefined) return { state: "missing", location: artifact.file };
  const key = await readFile(artifact.keyFile, "utf8").catch(() => "");
  const state = key === artifact.key ? "ready" : "stale";
  return { state, location: artifact.file, size };
}

/** Puts a finished file in its place; at no moment is there half of it under its name. */
export function keep(artifact: Artifact, finished: string): void {
  mkdirSync(path.dirname(artifact.file), { recursive: true });
  mkdirSync(path.dirname(artifact.keyFile), { recursive: true });
  rmSync(artifact.keyFile, { force: true });
  renameSync(finished, artifact.file);
  writeWhole(artifact.keyFile, artifact.key);
}

/** Writes a file by way of a neighbour, so that readers see the old or the new content. */
export function writeWhole(file: string, content: string, mode = 0o644): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const neighbour = `${file}.${process.pid}.new`;
  writeFileSync(neighbour, content);
  chmodSync(neighbour, mode);
  renameSync(neighbour, file);
}
