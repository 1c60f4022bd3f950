#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseJson } from "../core/validate/parseJson";
import { runCli, type Package } from "./cli";
import { drained } from "./drained";
import { EXIT } from "./exitCodes";

/** The package's own folder: the nearest one above that has a package.json. */
function ownPackage(): Package {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    try {
      const { version } = parseJson<{ readonly version: string }>(
        readFileSync(join(folder, "package.json"), "utf8"),
        folder,
      );
      return { folder, version };
    } catch (error) {
      if (dirname(folder) === folder) throw error;
    }
  }
}

const PATIENCE_MS = 300;
const stop = new AbortController();
const unread = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (stop.signal.aborted) process.exit(EXIT.interrupted);
    stop.abort();
    // What ends at once needs no words.
    setTimeout(() => {
      process.stderr.write("\nstopping; press Ctrl-C again to quit at once\n");
    }, PATIENCE_MS).unref();
  });
}
/** Why results could not be written, but for a reader who had enough: `kecs urls | head -1`. */
let unwritten: string | undefined;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") unwritten = error.code ?? error.message;
  unread.abort();
});
// Nobody is left to read it.
process.stderr.on("error", () => undefined);

/** Ends the process, not before everything that was written is out. */
async function leave(exitCode: number): Promise<never> {
  await drained(process.stdout);
  if (unwritten !== undefined) {
    process.stderr.write(`error: the result could not be written: ${unwritten}\n`);
  }
  await drained(process.stderr);
  process.exit(unwritten === undefined ? exitCode : EXIT.failed);
}

const { stdin, stdout, stderr, env } = process;
void runCli(
  process.argv.slice(2),
  {
    stdin,
    stdout,
    stderr,
    env,
    cwd: process.cwd(),
    signal: stop.signal,
    unread: unread.signal,
  },
  ownPackage(),
).then(leave);
