import { existsSync, lstatSync, readdirSync, readFileSync, type Stats } from "node:fs";
import path from "node:path";

import { parseIgnore, type Ignore } from "./ignore";

/** Something in a build's context, by its path in there. */
export interface ContextEntry {
  readonly name: string;
  readonly stats: Stats;
}

/** Everything that belongs to a build's context, in the order of a walk. */
export function contextEntries(context: string, dockerfile: string): ContextEntry[] {
  const ignore = ignoreOf(context, dockerfile);
  const walk = (folder: string): ContextEntry[] =>
    readdirSync(path.join(context, folder))
      .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      .flatMap((child) => {
        const name = path.posix.join(folder, child);
        const stats = lstatSync(path.join(context, name));
        const entry = ignore.ignores(name) ? [] : [{ name, stats }];
        const inside = entry.length > 0 || ignore.hasExceptions;
        return stats.isDirectory() && inside ? [...entry, ...walk(name)] : entry;
      });
  return walk("");
}

/** A Dockerfile may have an ignore file of its own; that of the context is for the others. */
function ignoreOf(context: string, dockerfile: string): Ignore {
  const file = [`${dockerfile}.dockerignore`, path.join(context, ".dockerignore")].find((each) =>
    existsSync(each),
  );
  return parseIgnore(file === undefined ? "" : readFileSync(file, "utf8"));
}
