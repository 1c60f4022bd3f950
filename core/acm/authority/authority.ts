import { createPrivateKey, X509Certificate } from "node:crypto";
import { KecsError, problem, type Issue } from "../../validate";
import { singleQuoted } from "../../text/shellQuote";
import type { KeyPair } from "./keyPair";

/** A certificate authority as its two files say, and what its certificate holds. */
export interface Authority extends KeyPair {
  readonly x509: X509Certificate;
}

/** Where the two files lie and who may read them. */
export interface AuthorityFiles {
  readonly folder: string;
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly folderMode: number;
  readonly keyMode: number;
  /** The user ids of the folder, the certificate and the key. */
  readonly owners: readonly [folder: number, certificate: number, key: number];
}

const FOR_OTHERS = 0o077;
const WRITABLE_FOR_OTHERS = 0o022;

/**
 * Why nobody may use the authority: others could have read its key, or replaced it.
 *
 * @param user the user id of this process; undefined where the system has none
 */
export function judgeFiles(files: AuthorityFiles, user: number | undefined): Issue[] {
  const { folder, folderMode, certificateFile, keyFile, keyMode, owners } = files;
  const issues: Issue[] = [folder, certificateFile, keyFile].flatMap((path, i) =>
    user === undefined || owners[i] === user
      ? []
      : [
          problem(
            "KECS2008",
            path,
            `it belongs to another user (${owners[i]}), who could use or replace it`,
            "set KECS_DATA_DIR to a folder of your own, or become its owner: chown",
          ),
        ],
  );
  const open = (path: string, mode: number, wanted: string): void => {
    const found = (mode & 0o777).toString(8);
    issues.push(
      problem(
        "KECS2008",
        path,
        `its permissions are "${found}"; other users could use it`,
        `if nobody has used it, restrict it: chmod ${wanted} ${singleQuoted(path)}`,
      ),
    );
  };
  if ((folderMode & WRITABLE_FOR_OTHERS) !== 0) open(folder, folderMode, "700");
  if ((keyMode & FOR_OTHERS) !== 0) open(keyFile, keyMode, "600");
  return issues;
}

/**
 * The authority out of the text of its files.
 *
 * @throws KecsError KECS2008 where they are none, do not belong together or are out of date
 */
export function readAuthority(pair: KeyPair, files: AuthorityFiles, now: Date): Authority {
  const { folder, certificateFile, keyFile } = files;
  const unusable = (path: string, why: string, cause?: unknown): KecsError =>
    new KecsError(
      [
        problem(
          "KECS2008",
          path,
          why,
          `remove ${folder} to get a new authority; everything that trusts this one then has to trust the new one`,
        ),
      ],
      { cause },
    );
  let x509: X509Certificate;
  try {
    x509 = new X509Certificate(pair.certificate);
  } catch (error) {
    throw unusable(certificateFile, "it is not a certificate", error);
  }
  if (!x509.ca)
    throw unusable(certificateFile, "it is not the certificate of a certificate authority");
  if (!belongTogether(x509, pair.key)) {
    throw unusable(keyFile, "it is not the private key of ca.pem");
  }
  if (new Date(x509.validTo) <= now) throw unusable(certificateFile, `it expired ${x509.validTo}`);
  return { ...pair, x509 };
}

/** Whether a text is the private key of a certificate. */
export function belongTogether(certificate: X509Certificate, key: string): boolean {
  try {
    return certificate.checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
}

/** The error of a file or folder that the system does not let us at. */
export function inaccessible(path: string, cause: unknown): KecsError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new KecsError(
    [
      problem(
        "KECS2008",
        path,
        `it cannot be used: ${why}`,
        "make it accessible, or set KECS_DATA_DIR to a folder of your own",
      ),
    ],
    { cause },
  );
}
