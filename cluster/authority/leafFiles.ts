import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { KecsError } from "../../core/validate";
import { inaccessible, type Authority } from "../../core/acm/authority/authority";
import { ensureAuthority, findAuthority } from "./authorityFiles";
import { certificatesFolder } from "./dataFolder";
import { isReusable, leafFileName, readLeaf, writeLeaf } from "../../core/acm/authority/leaf";
import type { KeyPair } from "../../core/acm/authority/keyPair";
import { createLeaf } from "../../core/acm/authority/sign";

type Variables = Readonly<Record<string, string | undefined>>;

/** The certificate that there is for these names, if it is to be used; changes nothing. */
export async function findLeaf(
  env: Variables,
  names: readonly string[],
  now = new Date(),
): Promise<KeyPair | undefined> {
  const authority = await findAuthority(env, now);
  if (authority === undefined) return undefined;
  return usable(leafFile(env, names), names, authority, now);
}

/** The certificate for these names, issued now where there is none that is to be used. */
export async function ensureLeaf(
  env: Variables,
  names: readonly string[],
  now = new Date(),
): Promise<KeyPair> {
  const authority = await ensureAuthority(env, now);
  const file = leafFile(env, names);
  const kept = await usable(file, names, authority, now);
  if (kept !== undefined) return kept;
  const issued = await createLeaf(authority, names, now);
  const scratch = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    await mkdir(certificatesFolder(env), { recursive: true, mode: 0o700 });
    await writeFile(scratch, writeLeaf(issued), { mode: 0o600 });
    try {
      // Another process may have issued one meanwhile: all use the first.
      await link(scratch, file);
    } catch {
      const first = await usable(file, names, authority, now);
      if (first !== undefined) return first;
      await rename(scratch, file);
    }
    return issued;
  } catch (error) {
    throw KecsError.is(error) ? error : inaccessible(file, error);
  } finally {
    await rm(scratch, { force: true });
  }
}

function leafFile(env: Variables, names: readonly string[]): string {
  return join(certificatesFolder(env), leafFileName(names));
}

/** A file that others could read, or of another user, holds no secret any more; it is made anew as well. */
async function usable(
  file: string,
  names: readonly string[],
  authority: Authority,
  now: Date,
): Promise<KeyPair | undefined> {
  try {
    const { mode, uid } = await stat(file);
    if ((mode & 0o077) !== 0 || uid !== (process.getuid?.() ?? uid)) return undefined;
    const leaf = readLeaf(await readFile(file, "utf8"));
    return leaf !== undefined && isReusable(leaf, names, authority, now) ? leaf : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw inaccessible(file, error);
  }
}
