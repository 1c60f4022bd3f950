import { randomUUID } from "node:crypto";
import { rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cacheFolder } from "../../../cluster/files/cache";
import { home, stateFolder } from "../../engine/state/ownBackend";
import { failed, ok, type Check, type Surroundings, type Verdict } from "../check";

export interface FolderFact {
  readonly path: string;
  /** Why it cannot be written; undefined where it can. */
  readonly problem: string | undefined;
}

export function judgeFolders(facts: readonly FolderFact[]): Verdict {
  const broken = facts.filter(({ problem }) => problem !== undefined);
  if (broken.length === 0) return ok(facts.map(({ path }) => path).join(", "));
  const what = broken.map(({ path, problem = "" }) => `${path} cannot be written: ${problem}`);
  const [first] = broken.map(({ path }) => path);
  return failed(
    "KECS4008",
    what.join("; "),
    `look at its owner, its permissions and its free space: ls -ld ${first ?? ""}; df ${first ?? ""}`,
  );
}

/** What can be said of a folder; one that has still to be made is as its nearest parent is. */
async function factOf(path: string): Promise<FolderFact> {
  let there = path;
  while (!(await isThere(there)) && dirname(there) !== there) there = dirname(there);
  // Permissions alone do not tell of a full disk, a quota, or a file system that is read-only.
  const file = join(there, `.kecs-doctor-${randomUUID()}`);
  try {
    await writeFile(file, "x".repeat(4096), { flag: "wx", mode: 0o600 });
    return { path, problem: undefined };
  } catch (error) {
    return { path, problem: (error as NodeJS.ErrnoException).code ?? String(error) };
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: unknown) => (error as NodeJS.ErrnoException).code !== "ENOENT",
  );

/** The folder of the stacks' files in the project of the current folder, where there is one. */
async function stacksOf(cwd: string): Promise<string[]> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (await isThere(join(folder, "Pulumi.yaml"))) {
      const stacks = join(folder, "stacks");
      return [(await isThere(stacks)) ? stacks : folder];
    }
    if (dirname(folder) === folder) return [];
  }
}

async function foldersOf({ env, cwd }: Surroundings): Promise<Set<string>> {
  const temporary = env["TMPDIR"] ?? tmpdir();
  return new Set([
    ...[home(env), stateFolder(env), cacheFolder(env), temporary],
    ...(await stacksOf(cwd)),
  ]);
}

export const folders: Check = {
  name: "folders",
  look: async (surroundings) =>
    judgeFolders(await Promise.all([...(await foldersOf(surroundings))].map(factOf))),
};
