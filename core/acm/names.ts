import { isIPv4 } from "node:net";
import { problem, type Issue } from "../validate";
import { isWildcard } from "../hosts";

/** Which of the hosts a certificate can stand for. */
export interface CertificateNames {
  /** Each once, in the order of the alphabet: what is the same certificate has the same names. */
  readonly names: readonly string[];
  /** Patterns that X.509 has no form for. */
  readonly leftOut: readonly string[];
}

/**
 * The names of a certificate for hosts. X.509 knows one wildcard: `*` as the whole first label,
 * standing for exactly one label (RFC 6125, 6.4.3). AWS's other wildcards are left out.
 */
export function certificateNames(hosts: readonly string[]): CertificateNames {
  const all = [...new Set(hosts.map((host) => host.toLowerCase().replace(/\.$/, "")))].sort();
  return {
    names: all.filter(isCertificateName),
    leftOut: all.filter((of) => !isCertificateName(of)),
  };
}

/** Whether a certificate can stand for a host name, address or pattern. */
export function isCertificateName(host: string): boolean {
  return !isWildcard(host.startsWith("*.") ? host.slice(2) : host);
}

/** A warning for each pattern that the certificate of an HTTPS listener cannot stand for. */
export function leftOutWarnings(hosts: readonly string[], path: string): Issue[] {
  return certificateNames(hosts).leftOut.map((host) => ({
    ...problem(
      "KECS1021",
      path,
      `no certificate can cover "${host}": the only wildcard is one * as the whole first label`,
      'HTTPS clients refuse names that only this pattern matches; write them as "*.example.test"',
    ),
    severity: "warning",
  }));
}

/** Whether one of a certificate's names stands for a host. */
export function covers(names: readonly string[], host: string): boolean {
  const wanted = host.toLowerCase();
  const parent = wanted.slice(wanted.indexOf("."));
  return names.some((name) => {
    const own = name.toLowerCase();
    return own === wanted || (own.startsWith("*.") && own.slice(1) === parent && !isIPv4(wanted));
  });
}
