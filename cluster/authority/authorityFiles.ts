import type { Stats } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { KecsError, throwIfErrors } from "../../core/validate";
import {
  inaccessible,
  judgeFiles,
  readAuthority,
  type Authority,
  type AuthorityFiles,
} from "../../core/acm/authority/authority";
import { authorityName } from "../../core/acm/authority/authorityName";
import { AUTHORITY_CERTIFICATE, AUTHORITY_KEY, authorityFolder, dataFolder } from "./dataFolder";
import { createAuthority } from "../../core/acm/authority/sign";

/** After this time nobody works on a half-made authority any more. */
const UNFINISHED_MS = 600_000;

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The user's certificate authority, if there is one; looks and changes nothing.
 *
 * @throws KecsError KECS2008 where there is one that cannot be used
 */
export async function findAuthority(
  env: Variables,
  now = new Date(),
): Promise<Authority | undefined> {
  const folder = authorityFolder(env);
  const certificateFile = join(folder, AUTHORITY_CERTIFICATE);
  const keyFile = join(folder, AUTHORITY_KEY);
  try {
    const folderStats = await statsOf(folder);
    // An empty folder is no authority yet; a new one takes its place.
    if (folderStats === undefined || (await readdir(folder)).length === 0) return undefined;
    const [certificate, key, certificateStats, keyStats] = await Promise.all([
      readFile(certificateFile, "utf8"),
      readFile(keyFile, "utf8"),
      stat(certificateFile),
      stat(keyFile),
    ]);
    const files: AuthorityFiles = {
      ...{ folder, certificateFile, keyFile },
      folderMode: folderStats.mode,
      keyMode: keyStats.mode,
      owners: [folderStats.uid, certificateStats.uid, keyStats.uid],
    };
    throwIfErrors(judgeFiles(files, process.getuid?.()));
    return readAuthority({ certificate, key }, files, now);
  } catch (error) {
    throw KecsError.is(error) ? error : inaccessible(folder, error);
  }
}

/** The user's certificate authority, made now where there is none. */
export async function ensureAuthority(env: Variables, now = new Date()): Promise<Authority> {
  const present = await findAuthority(env, now);
  if (present !== undefined) return present;
  await makeAuthority(env, now);
  const made = await findAuthority(env, now);
  if (made === undefined) throw inaccessible(authorityFolder(env), "it was removed meanwhile");
  return made;
}

/**
 * Both files come into being at once: a folder that holds them is renamed. Of several processes the
 * first one wins, since no folder can take the place of one that has something in it.
 */
async function makeAuthority(env: Variables, now: Date): Promise<void> {
  const folder = authorityFolder(env);
  let made: string | undefined;
  try {
    await mkdir(dataFolder(env), { recursive: true, mode: 0o700 });
    await removeUnfinished(env, now);
    made = await mkdtemp(`${folder}.`);
    const { certificate, key } = await createAuthority(authorityName(userName(), hostname()), now);
    await writeFile(join(made, AUTHORITY_KEY), key, { mode: 0o600 });
    await writeFile(join(made, AUTHORITY_CERTIFICATE), certificate, { mode: 0o644 });
    await rename(made, folder);
  } catch (error) {
    if (made !== undefined) await rm(made, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST" && code !== "ENOTEMPTY") throw inaccessible(folder, error);
  }
}

/** Folders of processes that were killed while they made an authority; they hold a key. */
async function removeUnfinished(env: Variables, now: Date): Promise<void> {
  const own = /^ca\.\w{6}$/;
  for (const name of (await readdir(dataFolder(env))).filter((each) => own.test(each))) {
    const folder = join(dataFolder(env), name);
    const age = now.getTime() - ((await statsOf(folder))?.mtimeMs ?? now.getTime());
    if (age > UNFINISHED_MS) await rm(folder, { recursive: true, force: true });
  }
}

/** What the system says of a file, or undefined where there is none. */
async function statsOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** A user id need not have a name, in a container for example. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "user";
  }
}
