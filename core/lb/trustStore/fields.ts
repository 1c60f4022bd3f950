import type { Connection } from "../../connection";
import { argumentFields, NO_EFFECT } from "../../support/argumentFields";
import { CONNECTION_FIELD } from "../../support/connectionFields";
import { ignored, refused } from "../../support/fieldSpec";
import type { TrustStoreValues } from "./validate";

interface Resolved extends TrustStoreValues {
  readonly connection: Connection;
}

const FROM_S3 = ["files in S3 are not read here", "pass its text as caCertificatesBundle"] as const;

/** Every field of a TrustStore, and those of `aws.lb.TrustStore`. */
export const TRUST_STORE_FIELDS = argumentFields<Resolved>("a trust store", NO_EFFECT, {
  connection: CONNECTION_FIELD,
  name: "text!",
  caCertificatesBundle: "text!",
  caCertificatesBundleS3Bucket: refused("text", ...FROM_S3),
  caCertificatesBundleS3Key: refused("text", ...FROM_S3),
  caCertificatesBundleS3ObjectVersion: refused("text", ...FROM_S3),
  namePrefix: ignored("text", "the name is `name`, or that of the component"),
  region: ignored("text", "the region is the instance's"),
  tags: ignored("textMap", "a trust store has no tags here"),
});
