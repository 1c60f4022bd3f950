import { shellQuote } from "../../core/text/shellQuote";
import type { AuthorityFacts } from "../../cluster/authority/authorityFacts";

/** A command line to be read, and to be copied into a shell. */
export function commandText(argv: readonly string[]): string {
  return argv.map(shellQuote).join(" ");
}

/** What the authority is, and what to do with it; `next` makes it trusted, or takes that back. */
export function explain(
  facts: AuthorityFacts,
  trusted: boolean | undefined,
  next: readonly (readonly string[])[],
): string {
  const file = shellQuote(facts.file);
  const state =
    trusted === true
      ? "This system trusts it."
      : trusted === false
        ? "This system does not trust it; KECS changes that only with kecs trust --install."
        : "KECS cannot find out whether this system trusts it, and never changes that by itself.";
  return [
    facts.name,
    `  certificate  ${facts.file}`,
    `  fingerprint  SHA-256 ${facts.fingerprint}`,
    `  expires      ${facts.expires.slice(0, 10)}`,
    "",
    "It issues the certificates of HTTPS listeners on this machine. Its key never leaves the machine;",
    "whoever has the key can pose as any site to clients that trust it.",
    state,
    "",
    "Use it without trusting it, for one program at a time:",
    `  curl --cacert ${file} https://…`,
    `  NODE_EXTRA_CA_CERTS=${file} node …`,
    `  SSL_CERT_FILE=${file} …   # Python, Ruby, Go on Linux: instead of all other authorities`,
    "",
    ...(next.length === 0
      ? ["KECS finds no trust store here: add the certificate to that of your system or browser."]
      : [
          `kecs trust --${trusted === true ? "uninstall" : "install"} asks, and then runs:`,
          ...next.map(indented),
        ]),
  ].join("\n");
}

/** What there is to say before there is an authority. */
export function explainAbsence(file: string): string {
  return [
    "There is no certificate authority yet. The first kecs start makes it, with a key of its own for",
    `this user: ${file}`,
    "Nothing trusts it unless kecs trust --install was run.",
  ].join("\n");
}

export function indented(argv: readonly string[]): string {
  return `  ${commandText(argv)}`;
}
