// @peculiar/x509 needs it, and first.
import "reflect-metadata";
import * as x509 from "@peculiar/x509";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { KeyObject, webcrypto } from "node:crypto";
import { join } from "node:path";
import type { ClientCertificate } from "../client/wire";

/** Certificates of clients by the words that cases have for them. */
export interface ClientCertificates {
  /** The authority of the trusted one, PEM: what a trust store holds. */
  readonly bundle: string;
  readonly trusted: ClientCertificate;
  /** From another authority. */
  readonly untrusted: ClientCertificate;
}

const ECDSA = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const YEAR_MS = 365 * 24 * 3600 * 1000;

/** Those of the last run where there are any: the stack then stays as it is. */
export async function clientCertificates(folder: string): Promise<ClientCertificates> {
  const file = join(folder, "client-certificates.json");
  if (existsSync(file)) {
    const { until, ...kept } = JSON.parse(readFileSync(file, "utf8")) as ClientCertificates & {
      readonly until: number;
    };
    if (until > Date.now()) return kept;
  }
  const [own, other] = await Promise.all([issue("trusted"), issue("untrusted")]);
  const made = { bundle: own.authority, trusted: own.client, untrusted: other.client };
  const text = JSON.stringify({ ...made, until: Date.now() + YEAR_MS / 2 });
  writeFileSync(file, text, { mode: 0o600 });
  return made;
}

async function issue(name: string): Promise<{ authority: string; client: ClientCertificate }> {
  const [authorityKeys, clientKeys] = await Promise.all([generate(), generate()]);
  const dates = {
    notBefore: new Date(Date.now() - 60_000),
    notAfter: new Date(Date.now() + YEAR_MS),
  };
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: "01",
    name: [{ CN: [`${name} clients`] }],
    ...dates,
    signingAlgorithm: ECDSA,
    keys: authorityKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  });
  const client = await x509.X509CertificateGenerator.create({
    serialNumber: "02",
    subject: [{ CN: [`${name} client`] }],
    issuer: authority.subjectName,
    ...dates,
    signingAlgorithm: ECDSA,
    publicKey: clientKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    extensions: [
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]),
    ],
  });
  const key = KeyObject.from(clientKeys.privateKey).export({ type: "pkcs8", format: "pem" });
  const certificate = `${client.toString("pem")}\n`;
  return {
    authority: `${authority.toString("pem")}\n`,
    client: { certificate, key: key.toString() },
  };
}

function generate(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ECDSA, true, ["sign", "verify"]);
}
