import { createHash, type Hash } from "node:crypto";
import { readFileSync, realpathSync, type Stats } from "node:fs";
import path from "node:path";

import { contextEntries } from "./contextFiles";

/**
 * The real provider's hash of a build's context. It covers names, modes and contents of the files,
 * and the Dockerfile wherever it lies; where a link leads to, but not what is there.
 */
export function contextDigest(context: string, dockerfile: string): string {
  const hash = createHash("sha256");
  add(hash, "Dockerfile", "----------", readFileSync(dockerfile));
  for (const { name, stats } of contextEntries(context, dockerfile)) {
    if (stats.isDirectory()) continue;
    const file = path.join(context, name);
    const content = stats.isSymbolicLink()
      ? realpathSync(file)
      : stats.isFile()
        ? readFileSync(file)
        : "";
    add(hash, name, modeText(stats), content);
  }
  return hash.digest("hex");
}

function add(hash: Hash, name: string, mode: string, content: Buffer | string): void {
  hash.update(name).update(mode);
  hash.update(createHash("sha256").update(content).digest()).update("\0");
}

/** A file's mode as Go writes it. */
export function modeText({ mode }: Pick<Stats, "mode">): string {
  const kinds: readonly (readonly [number, string])[] = [
    [0o120000, "L"],
    [0o060000, "D"],
    [0o020000, "Dc"],
    [0o010000, "p"],
    [0o140000, "S"],
  ];
  const kind = kinds.find(([bits]) => (mode & 0o170000) === bits)?.[1] ?? "";
  const marks = [
    [0o4000, "u"],
    [0o2000, "g"],
    [0o1000, "t"],
  ] as const;
  const letters = kind + marks.map(([bit, mark]) => ((mode & bit) === 0 ? "" : mark)).join("");
  const rights = Array.from("rwxrwxrwx").map((letter, i) => ((mode >> (8 - i)) & 1 ? letter : "-"));
  return (letters === "" ? "-" : letters) + rights.join("");
}
