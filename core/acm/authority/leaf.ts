import { X509Certificate } from "node:crypto";
import { digest } from "../../naming";
import { belongTogether, type Authority } from "./authority";
import type { KeyPair } from "./keyPair";
import { isFresh } from "./lifetime";

/** The file of the certificate for these names, within its folder. */
export function leafFileName(names: readonly string[]): string {
  return `${digest([...names].sort().join(","), 64)}.pem`;
}

/** One text for both, so that a file never has one without the other. */
export function writeLeaf({ certificate, key }: KeyPair): string {
  return certificate + key;
}

/** What `writeLeaf` wrote, or undefined where it did not write this. */
export function readLeaf(text: string): KeyPair | undefined {
  const [certificate = "", key] = text.split(/(?=-----BEGIN PRIVATE KEY-----)/);
  return key === undefined ? undefined : { certificate, key };
}

/**
 * Whether a certificate is to be used again: this authority issued it for just these names, its
 * key is there, and it is good for a while. A new one would only make others load it anew.
 */
export function isReusable(
  leaf: KeyPair,
  names: readonly string[],
  authority: Authority,
  now: Date,
): boolean {
  let x509: X509Certificate;
  try {
    x509 = new X509Certificate(leaf.certificate);
  } catch {
    return false;
  }
  return (
    x509.verify(authority.x509.publicKey) &&
    belongTogether(x509, leaf.key) &&
    [...namesOf(x509)].sort().join() === [...names].sort().join() &&
    isFresh(
      { notBefore: new Date(x509.validFrom), notAfter: new Date(x509.validTo) },
      now,
      new Date(authority.x509.validTo),
    )
  );
}

/** The host names and addresses that a certificate is for. */
export function namesOf(certificate: X509Certificate): string[] {
  return (certificate.subjectAltName ?? "")
    .split(", ")
    .flatMap((entry) => /^(?:DNS|IP Address):(.+)$/.exec(entry)?.[1] ?? []);
}
