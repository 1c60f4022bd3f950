import { createHash } from "node:crypto";

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** The first `length` hexadecimal digits of the SHA-256 of a text. */
export function digest(text: string, length: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, length);
}

/**
 * A Kubernetes object name for an AWS name: the name itself where it is an RFC 1123 label of at
 * most `maxLength` characters, else a readable start of it with eight digits of its hash, so that
 * two names never meet in one object.
 */
export function kubernetesName(name: string, maxLength = 63): string {
  if (name.length <= maxLength && LABEL.test(name)) return name;
  const readable = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, maxLength - 9)
    .replace(/-+$/, "");
  return `${readable === "" ? "x" : readable}-${digest(name, 8)}`;
}
