import type { Connection } from "../connection";
import { argumentFields, NO_EFFECT } from "../support/argumentFields";
import { CONNECTION_FIELD } from "../support/connectionFields";
import { ignored, refused } from "../support/fieldSpec";
import type { CertificateValues } from "./validate";

interface Resolved extends CertificateValues {
  readonly connection: Connection;
}

const WRITE_ONLY = [
  "write-only keys are not available here",
  "pass the key as privateKey: it is kept as a secret",
] as const;

/** Every field of a Certificate, and those of `aws.acm.Certificate`. */
export const CERTIFICATE_FIELDS = argumentFields<Resolved>("a certificate", NO_EFFECT, {
  connection: CONNECTION_FIELD,
  domainName: "text",
  subjectAlternativeNames: "texts",
  certificateBody: "text",
  certificateChain: "text",
  privateKey: "text",
  validationMethod: "text",
  validationOptions: {
    kind: "objects",
    fields: { domainName: "text", validationDomain: "text" },
  },
  certificateAuthorityArn: ignored("text", "the local certificate authority issues it"),
  earlyRenewalDuration: ignored("text", "each update renews a certificate that is about to expire"),
  keyAlgorithm: ignored("text", "the local authority decides the algorithm"),
  options: ignored("object", "certificates are not logged or exported", {
    fields: { certificateTransparencyLoggingPreference: "text", export: "text" },
  }),
  privateKeyWo: refused("text", ...WRITE_ONLY),
  privateKeyWoVersion: refused("number", ...WRITE_ONLY),
  region: ignored("text", "the region is the instance's"),
  tags: ignored("textMap", "a certificate has no tags here"),
});

/** What a private key is checked with: it resolves apart from the rest. */
export const KEY_FIELDS = argumentFields<{
  readonly certificateBody?: string | undefined;
  readonly privateKey?: string | undefined;
}>("a certificate", NO_EFFECT, { certificateBody: "text", privateKey: "text" });
