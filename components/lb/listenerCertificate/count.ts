import { claim } from "../../controlPlane/claims";
import type { ListenerEntry } from "../../controlPlane/entries";
import { registerAddedCertificate } from "../../controlPlane/loadBalancers";
import { quotaIssue } from "../../../core/lb/loadBalancer/quotas";
import { problem, type Issue } from "../../../core/validate";
import type { ListenerCertificateValues } from "../../../core/lb/listenerCertificate/validate";

/** The issue of a listener that has the certificate by another ListenerCertificate already. */
export function claimCertificate(values: ListenerCertificateValues, path: string): Issue[] {
  const { certificateArn, listenerArn } = values;
  const owner = claim({ kind: "certificate", listenerArn, certificateArn }, path);
  if (owner === undefined) return [];
  return [
    problem(
      "KECS1015",
      `${path}.certificateArn`,
      `the listener already has "${certificateArn}", from ${owner}`,
      "leave one of the two out",
    ),
  ];
}

/**
 * Counts one more certificate of a load balancer: the issue of there being more than AWS grants,
 * or none. The certificates that its listeners have themselves do not count.
 */
export function countCertificate({ parent }: ListenerEntry, path: string): Issue[] {
  if (parent === undefined) return [];
  const count = registerAddedCertificate(parent, path);
  const issue = quotaIssue("certificates", count, parent.quotas.certificates, path);
  return issue === undefined ? [] : [issue];
}
