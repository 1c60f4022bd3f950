import { problem, type Issue } from "../validate";
import { covers } from "./names";

/** What the instance's own certificate stands for; it serves where no listener's does. */
export const DEFAULT_CERTIFICATE_HOSTS = [
  "*.elb.localhost",
  "*.elb.amazonaws.com",
  "localhost",
  "127.0.0.1",
] as const;

/**
 * A warning for each host of a listener that neither one of its certificates nor the instance's
 * stands for: clients get a certificate there that is not for this name.
 */
export function coverageWarnings(
  names: readonly string[],
  hosts: readonly string[],
  path: string,
): Issue[] {
  const all = [...names, ...DEFAULT_CERTIFICATE_HOSTS];
  return hosts
    .filter((host) => !covers(all, host))
    .map((host) => ({
      ...problem(
        "KECS1021",
        path,
        `the certificate is not for "${host}", one of the listener's host names`,
        "add a ListenerCertificate with a certificate for this name",
      ),
      severity: "warning",
    }));
}
