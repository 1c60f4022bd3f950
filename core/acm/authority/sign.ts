// @peculiar/x509 needs it, and first.
import "reflect-metadata";
import * as x509 from "@peculiar/x509";
import { createPrivateKey, KeyObject, randomBytes, webcrypto } from "node:crypto";
import { isIPv4 } from "node:net";
import { MAX_COMMON_NAME } from "./authorityName";
import type { KeyPair } from "./keyPair";
import { authorityLifetime, leafLifetime } from "./lifetime";

const ECDSA = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const SERVER = x509.ExtendedKeyUsage.serverAuth;

/**
 * A certificate authority that can sign certificates of servers and nothing else: no authorities
 * below it (path length 0), and no other use of what it signs.
 */
export async function createAuthority(name: string, now: Date): Promise<KeyPair> {
  const keys = await generate();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: [{ CN: [name] }],
    ...authorityLifetime(now),
    signingAlgorithm: ECDSA,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
        true,
      ),
      new x509.ExtendedKeyUsageExtension([SERVER]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: pem(certificate), key: keyPem(keys.privateKey) };
}

/** A certificate of a server with these names. */
export async function createLeaf(
  authority: KeyPair,
  names: readonly string[],
  now: Date,
): Promise<KeyPair> {
  const issuer = new x509.X509Certificate(authority.certificate);
  const keys = await generate();
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: [{ CN: [names.find((name) => name.length <= MAX_COMMON_NAME) ?? "kecs"] }],
    issuer: issuer.subjectName,
    ...leafLifetime(now, issuer.notAfter),
    signingAlgorithm: ECDSA,
    publicKey: keys.publicKey,
    signingKey: await signingKey(authority.key),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([SERVER]),
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isIPv4(value) ? "ip" : "dns", value })),
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return { certificate: pem(certificate), key: keyPem(keys.privateKey) };
}

function generate(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ECDSA, true, ["sign", "verify"]);
}

function signingKey(key: string): Promise<webcrypto.CryptoKey> {
  const der = createPrivateKey(key).export({ type: "pkcs8", format: "der" });
  return webcrypto.subtle.importKey("pkcs8", der, ECDSA, false, ["sign"]);
}

/** Sixteen random bytes; the first one makes it a positive number of full length. */
function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.toString("hex");
}

function pem(certificate: x509.X509Certificate): string {
  return `${certificate.toString("pem")}\n`;
}

function keyPem(key: webcrypto.CryptoKey): string {
  return KeyObject.from(key).export({ type: "pkcs8", format: "pem" }).toString();
}
