import type { KnownListener } from "../alb/known";
import { quotaIssue } from "../../../core/lb/loadBalancer/quotas";
import { problem, type Issue } from "../../../core/validate";
import { claim } from "../../controlPlane/program";
import type { ListenerCertificateValues } from "../../../core/lb/listenerCertificate/validate";

/** The issue of a listener that has the certificate by another ListenerCertificate already. */
export function claimCertificate(values: ListenerCertificateValues, path: string): Issue[] {
  const { certificateArn, listenerArn } = values;
  const owner = claim(`certificate ${certificateArn} of ${listenerArn}`, path);
  if (owner === undefined) return [];
  return [
    problem(
      "KECS1015",
      `${path}.certificateArn`,
      `the listener has "${certificateArn}" already, by ${owner}`,
      "leave one of the two out",
    ),
  ];
}

/**
 * Counts one more certificate of a load balancer: the issue of there being more than AWS grants,
 * or none. The certificates that its listeners have themselves do not count.
 */
export function countCertificate({ parent }: KnownListener, path: string): Issue[] {
  if (parent === undefined) return [];
  let count = 1;
  while (claim(`certificate ${count} of ${parent.path}`, path) !== undefined) count += 1;
  const issue = quotaIssue("certificates", count, parent.quotas.certificates, path);
  return issue === undefined ? [] : [issue];
}
