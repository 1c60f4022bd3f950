import { certificatesOf, holdsKey } from "../../acm/pem";
import { validateName } from "../../awsNames";
import { problem, type Issue } from "../../validate";

/** A TrustStore's arguments, resolved. */
export interface TrustStoreValues {
  readonly name: string;
  readonly caCertificatesBundle: string;
}

/** Every problem of a trust store's arguments. */
export function validateTrustStore(values: TrustStoreValues, path: string): Issue[] {
  return [
    ...validateName("trustStore", values.name, `${path}.name`),
    ...validateBundle(values.caCertificatesBundle, `${path}.caCertificatesBundle`),
  ];
}

function validateBundle(bundle: string, path: string): Issue[] {
  const hint = "give the authorities' certificates as PEM, one after the other";
  if (holdsKey(bundle)) return [problem("KECS1021", path, "it contains a private key", hint)];
  const found = certificatesOf(bundle);
  if (found.length === 0) {
    return [problem("KECS1021", path, "it contains no certificate", hint)];
  }
  return found.flatMap((certificate, i) => {
    if (certificate === undefined) {
      return [problem("KECS1021", path, `certificate ${i + 1} in it cannot be read`, hint)];
    }
    if (certificate.ca) return [];
    return [
      problem(
        "KECS1021",
        path,
        `certificate ${i + 1} in it is not that of a certificate authority`,
        hint,
      ),
    ];
  });
}
