import { controlPlane } from "./controlPlane";
import type { CertificateEntry } from "./entries";

/** Lets listeners find a certificate by its ARN. */
export function registerCertificate(arn: string, entry: CertificateEntry): void {
  controlPlane().certificates.set(arn, entry);
}

/** The certificate with this ARN, where this program made it. */
export function findCertificate(arn: string): CertificateEntry | undefined {
  return controlPlane().certificates.get(arn);
}
