import type { LoadBalancerEntry } from "../../controlPlane/entries";
import type { LoadBalancerFacts } from "../../../core/lb/model";
import { quotaIssue } from "../../../core/lb/loadBalancer/quotas";
import { lateListener } from "../../controlPlane/lateness";
import { findCertificate } from "../../controlPlane/certificates";
import { coverageWarnings } from "../../../core/acm/coverage";
import { loadBalancerArn, nameFromArn } from "../../../core/arn";
import { isSound, problem, type Issue } from "../../../core/validate";
import { plainValue } from "../../inputs/inputs";
import { knownGroup } from "../../controlPlane/targetGroups";
import type { Resolved } from "../../../core/lb/listener/model";
import { slotOf, validateSlot } from "../../../core/lb/listener/ports";
import { checkReferences, type References } from "./tls/references";
import { protocolOf, validateListener } from "../../../core/lb/listener/validate";

/** A listener among the others of its program. */
export interface ListenerPlace {
  /** Its load balancer, where this program made it too. */
  readonly alb: LoadBalancerEntry | undefined;
  /** How many listeners the load balancer has with this one. */
  readonly count: number;
  /** How errors call it. */
  readonly path: string;
}

/** Every problem of a listener, by its arguments and by what else the program has. */
export function checkListener(values: Resolved, { alb, count, path }: ListenerPlace): Issue[] {
  const issues = validateListener(values, path, { groupOf: knownGroup });
  if (!isSound(issues)) return issues;
  issues.push(...checkInstance(values, path), ...validateSlot(values.connection, values, path));
  if (!isSound(issues)) return issues;
  issues.push(...checkReferences(values.loadBalancerArn, referencesOf(values, path)));
  if (alb === undefined || !isSound(issues)) return issues;
  issues.push(...certificateWarnings(values, alb, path));
  const quota = quotaIssue("listeners", count, alb.quotas.listeners, path);
  if (quota !== undefined) issues.push(quota);
  const { localPort } = slotOf(values.connection, values);
  return [...issues, ...lateListener(alb, { port: values.port, localPort }, path)];
}

/** What the listener's own objects name, of certificates and trust stores. */
export function referencesOf(
  { certificateArn, mutualAuthentication }: Resolved,
  path: string,
): References {
  const trustStoreArn = mutualAuthentication?.trustStoreArn;
  return {
    certificate:
      certificateArn === undefined
        ? undefined
        : { arn: certificateArn, path: `${path}.certificateArn` },
    trustStore:
      trustStoreArn === undefined
        ? undefined
        : { arn: trustStoreArn, path: `${path}.mutualAuthentication.trustStoreArn` },
  };
}

/** A load balancer of another instance has no ports in this one. */
function checkInstance({ connection, loadBalancerArn: arn }: Resolved, path: string): Issue[] {
  if (loadBalancerArn(connection, nameFromArn("loadBalancer", arn) ?? "") === arn) return [];
  return [
    problem(
      "KECS1010",
      `${path}.loadBalancerArn`,
      `"${arn}" is no load balancer of instance "${connection.instance}"`,
      "pass the arn output of a load balancer of the same instance",
    ),
  ];
}

/** The hosts of a load balancer that a listener's certificate is not for. */
function certificateWarnings(
  { certificateArn, ...values }: Resolved,
  alb: LoadBalancerEntry,
  path: string,
): Issue[] {
  const hosts = plainValue<LoadBalancerFacts>(alb.facts)?.hosts ?? [];
  if (certificateArn === undefined || protocolOf(values) === "HTTP") return [];
  const certificate = findCertificate(certificateArn);
  return certificate === undefined
    ? []
    : coverageWarnings(certificate.names, hosts, `${path}.certificateArn`);
}
