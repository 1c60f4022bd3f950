import { X509Certificate } from "node:crypto";

/** What people and trust stores need to know of the authority's certificate. */
export interface AuthorityFacts {
  readonly file: string;
  readonly name: string;
  /** SHA-256, as `openssl x509 -fingerprint -sha256` writes it. */
  readonly fingerprint: string;
  /** SHA-1, by which macOS finds certificates. */
  readonly sha1: string;
  /** The first eight digits of the fingerprint: part of names in trust stores. */
  readonly id: string;
  readonly expires: string;
}

export function authorityFacts(file: string, pem: string): AuthorityFacts {
  const x509 = new X509Certificate(pem);
  return {
    file,
    name: x509.subject.replace(/^CN=/, ""),
    fingerprint: x509.fingerprint256,
    sha1: x509.fingerprint.replaceAll(":", ""),
    id: x509.fingerprint256.replaceAll(":", "").slice(0, 8).toLowerCase(),
    expires: new Date(x509.validTo).toISOString(),
  };
}

/** Whether a bundle of certificates holds this one, however it breaks the lines. */
export function bundleHolds(bundle: string, pem: string): boolean {
  const squeeze = (text: string): string => text.replace(/\s+/g, "");
  const body = /-----BEGIN CERTIFICATE-----([^-]+)-----END/.exec(pem)?.[1] ?? "";
  return body !== "" && squeeze(bundle).includes(squeeze(body));
}
