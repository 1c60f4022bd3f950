import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";

import { contextEntries } from "./contextFiles";

/** A build's context as the daemon takes it. */
export interface ContextArchive {
  readonly tar: Readable;
  /** Where the Dockerfile is in there. */
  readonly dockerfile: string;
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
  else names.add(name);
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
    dispose: () => {
      clean();
      process.removeListener("exit", clean);
    },
  };
}
