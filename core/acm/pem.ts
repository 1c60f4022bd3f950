import { X509Certificate } from "node:crypto";
import { namesOf } from "./authority/leaf";

/** One block of a PEM text. */
export interface PemBlock {
  /** What it says it is, such as `CERTIFICATE`. */
  readonly label: string;
  readonly text: string;
}

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----[^-]*-----END \1-----/g;

export function pemBlocks(text: string): PemBlock[] {
  return [...text.matchAll(BLOCK)].map(([block, label = ""]) => ({ label, text: block }));
}

/** The certificates of a PEM text, undefined in the place of each that cannot be read. */
export function certificatesOf(text: string): (X509Certificate | undefined)[] {
  return pemBlocks(text)
    .filter(({ label }) => label === "CERTIFICATE")
    .map((block) => {
      try {
        return new X509Certificate(block.text);
      } catch {
        return undefined;
      }
    });
}

/** The host names of the first certificate of a PEM text. */
export function namesInPem(text: string): string[] {
  const [first] = certificatesOf(text);
  return first === undefined ? [] : namesOf(first);
}

/** True where a text holds a private key, of whatever kind. */
export function holdsKey(text: string): boolean {
  return text.includes("PRIVATE KEY-----");
}
