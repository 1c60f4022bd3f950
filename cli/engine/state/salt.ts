import { createDecipheriv, pbkdf2Sync } from "node:crypto";

const SALT = /^v1:([\w+/=]+):v1:([\w+/=]+):([\w+/=]+)$/;
const ITERATIONS = 1_000_000;
const TAG_BYTES = 16;
/** What Pulumi encrypts to find out later whether a passphrase is the right one. */
const PROOF = "pulumi";

/** What was found out already: a command asks more than once. */
const known = new Map<string, boolean>();

/**
 * Whether an `encryptionsalt` was made with a passphrase. It is `v1:<salt>:v1:<nonce>:<ciphertext>`,
 * each part in base64: a key by PBKDF2 (SHA-256) for AES-256-GCM. Takes about 0.3 s
 * the first time.
 */
export function isSaltOf(encryptionSalt: string, passphrase: string): boolean {
  const key = JSON.stringify([encryptionSalt, passphrase]);
  const found = known.get(key) ?? opens(encryptionSalt, passphrase);
  known.set(key, found);
  return found;
}

function opens(encryptionSalt: string, passphrase: string): boolean {
  const [, salt, nonce, sealed] = SALT.exec(encryptionSalt.trim()) ?? [];
  if (salt === undefined || nonce === undefined || sealed === undefined) return false;
  const bytes = Buffer.from(sealed, "base64");
  try {
    const key = pbkdf2Sync(passphrase, Buffer.from(salt, "base64"), ITERATIONS, 32, "sha256");
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64"));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const text = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
    return text.toString() === PROOF;
  } catch {
    return false;
  }
}
