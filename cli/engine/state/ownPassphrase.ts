import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { dataFolder } from "../../../cluster/authority/dataFolder";
import { isSaltOf } from "./salt";

type Variables = Readonly<Record<string, string | undefined>>;

/** What a stack of KECS's own backend is encrypted with. */
export type Passphrase =
  | { readonly kind: "file"; readonly file: string }
  /** Made by an earlier KECS, or by a plain Pulumi with an empty passphrase. */
  | { readonly kind: "empty" }
  /** It belongs to a passphrase that KECS does not have. */
  | { readonly kind: "unknown" };

/** The file of KECS's own passphrase, beside the certificate authority. */
export function passphraseFile(env: Variables): string {
  return join(dataFolder(env), "pulumi", "passphrase");
}

/** The passphrase of the stack that has this salt; one without a salt is new. */
export function passphraseFor(env: Variables, salt: string | undefined): Passphrase {
  const file = passphraseFile(env);
  if (salt === undefined) return { kind: "file", file };
  // Pulumi takes the file's text without the blanks around it.
  if (existsSync(file) && isSaltOf(salt, readFileSync(file, "utf8").trim())) {
    return { kind: "file", file };
  }
  return { kind: isSaltOf(salt, "") ? "empty" : "unknown" };
}

/** Makes the passphrase where there is none; of several processes the first one wins. */
export function ensurePassphrase(file: string): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (existsSync(file)) {
    if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
    return;
  }
  const scratch = `${file}.${randomBytes(6).toString("hex")}`;
  const text = randomBytes(32).toString("base64url");
  const once = { mode: 0o600, flag: "wx" };
  try {
    writeFileSync(scratch, text, once);
    try {
      linkSync(scratch, file);
    } catch (error) {
      if (!["EPERM", "ENOTSUP"].includes(codeOf(error))) throw error;
      // A file system without links, such as a memory card's.
      writeFileSync(file, text, once);
    }
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    rmSync(scratch, { force: true });
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "";
}
