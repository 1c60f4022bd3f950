import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";

import { contextEntries } from "./contextFiles";

/** A build's context as the daemon takes it. */
export interface ContextArchive {
  readonly tar: Readable;
  /** Where the Dockerfile is in there. */
  readonly dockerfile: string;
  /** What the build needs though an ignore file names it: it goes along, and can be copied. */
  readonly unignored: readonly string[];
  /** Removes what was written for it. */
  readonly dispose: () => void;
}

/** Packs a context with machine's `tar`; a Dockerfile from elsewhere gets a name in it. */
export function contextArchive(context: string, dockerfile: string): ContextArchive {
  const scratch = mkdtempSync(path.join(tmpdir(), "kecs-lab-build-"));
  const clean = (): void => {
    rmSync(scratch, { recursive: true, force: true });
  };
  // The engine may end the plugin in the middle of a build.
  process.once("exit", clean);
  const inside = path.relative(context, dockerfile);
  const foreign = inside.startsWith("..");
  const name = foreign ? `.dockerfile.${path.basename(scratch)}` : inside;
  const names = new Set(contextEntries(context, dockerfile).map((entry) => entry.name));
  if (foreign) copyFileSync(dockerfile, path.join(scratch, name));
  const unignored = [...(foreign ? [] : [name]), ".dockerignore"].filter(
    (each) => !names.has(each) && existsSync(path.join(context, each)),
  );
  for (const each of unignored) names.add(each);
  const child = spawn(
    "tar",
    [
      ...["--create", "--no-recursion", "--owner=0", "--group=0", "--numeric-owner"],
      ...["--directory", path.resolve(context), "--null", "--files-from=-"],
      ...(foreign ? ["--directory", scratch, name] : []),
    ],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  child.stdin.end([...names].map((each) => `${each}\0`).join(""));
  return {
    tar: child.stdout,
    dockerfile: name,
    unignored,
    dispose: () => {
      clean();
      process.removeListener("exit", clean);
    },
  };
}
