import type { RecordContent } from "../records/manifest";
import { certificateSecretName } from "./manifests";
import { certificateNames } from "./names";
import { namesInPem } from "./pem";
import type { CertificateValues } from "./validate";

/** What the record of a certificate says of it. */
export interface CertificateAttributes {
  readonly type: "AMAZON_ISSUED" | "IMPORTED";
  /** The host names that it stands for. */
  readonly names: readonly string[];
  readonly secretName: string;
}

/** The host names that a certificate of these arguments stands for. */
export function namesFor(values: CertificateValues): string[] {
  const { domainName, subjectAlternativeNames = [], certificateBody = "" } = values;
  return domainName === undefined
    ? namesInPem(certificateBody)
    : [...certificateNames([domainName, ...subjectAlternativeNames]).names];
}

export function certificateRecord(
  arn: string,
  values: CertificateValues,
): RecordContent<CertificateAttributes> {
  const secretName = certificateSecretName(arn);
  return {
    key: secretName,
    arn,
    attributes: {
      type: values.certificateBody === undefined ? "AMAZON_ISSUED" : "IMPORTED",
      names: namesFor(values),
      secretName,
    },
  };
}
