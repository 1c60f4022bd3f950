import * as pulumi from "@pulumi/pulumi";
import { isWildcard } from "../../../core/hosts";
import { protocolOf } from "../../../core/lb/listener/validate";
import { slotOf } from "../../../core/lb/listener/ports";
import type { Resolved } from "../../../core/lb/listener/model";
import { problem, type Issue } from "../../../core/validate";
import { validated } from "../../base/validated";
import type { LoadBalancerEntry } from "../../controlPlane/entries";
import { findLoadBalancer } from "../../controlPlane/loadBalancers";
import { importedLoadBalancer, type ImportedLoadBalancer } from "../imported";
import type { TlsResources } from "./tls/childResources";

/** How a listener was made. */
export interface ListenerMade {
  /** Absent without TLS. */
  readonly tls: TlsResources | undefined;
  /** How errors call it. */
  readonly path: string;
}

/** The load balancer of a listener: one of this program, or else another stack's. */
export function parentOf(
  own: pulumi.Output<Resolved>,
  alb: LoadBalancerEntry | undefined,
  path: string,
): pulumi.Output<ImportedLoadBalancer> {
  return own.apply((of) => {
    const { connection, loadBalancerArn: arn } = of;
    const entry = alb ?? findLoadBalancer(arn);
    return entry === undefined
      ? pulumi.output(importedLoadBalancer(arn, { connection, path: `${path}.loadBalancerArn` }))
      : entry.facts.apply((facts): ImportedLoadBalancer => ({ facts, listeners: [] }));
  });
}

/** A listener of another stack's load balancer, which is checked once that is looked up. */
export function joined(
  own: pulumi.Output<Resolved>,
  parent: pulumi.Output<ImportedLoadBalancer>,
  made: ListenerMade,
): pulumi.Output<Resolved> {
  interface Joined {
    readonly values: Resolved;
    readonly of: ImportedLoadBalancer;
  }
  return validated<Joined>({ values: own, of: parent }, ({ values, of }) =>
    checkParent(values, of, made),
  ).apply(({ values }) => values);
}

/** The problems of a listener with a load balancer that another stack made. */
export function checkParent(
  values: Resolved,
  { facts, listeners }: ImportedLoadBalancer,
  { tls, path }: ListenerMade,
): Issue[] {
  return [
    ...takenPort(values, listeners, path),
    ...(protocolOf(values) === "HTTP" ? [] : tlsIssues(values, facts, { tls, path })),
  ];
}

function takenPort(
  values: Resolved,
  listeners: ImportedLoadBalancer["listeners"],
  path: string,
): Issue[] {
  const same = listeners.find(({ port }) => port === values.port);
  if (same !== undefined) {
    return [
      problem(
        "KECS1007",
        `${path}.port`,
        `port "${values.port}" of the load balancer belongs to a listener of stack ${same.stack}`,
        "give each listener of a load balancer a port of its own",
      ),
    ];
  }
  const { localPort } = slotOf(values.connection, values);
  const local = listeners.find((other) => other.localPort === localPort);
  if (local === undefined) return [];
  return [
    problem(
      "KECS1006",
      `${path}.port`,
      `port "${values.port}" would answer on local port ${localPort}, as a listener of stack ${local.stack} does`,
      "set localPort to another port of the instance's range",
    ),
  ];
}

/** Which TLS objects there are is decided before another stack's load balancer can be looked up. */
function tlsIssues(
  { mutualAuthentication }: Resolved,
  { attributes, hosts, catchAll }: ImportedLoadBalancer["facts"],
  { tls, path }: ListenerMade,
): Issue[] {
  const hasOption = tls?.hasOption === true;
  const hint = "make the listener in the stack of its load balancer";
  const issues: Issue[] = [];
  if (!attributes.http2 && !hasOption) {
    const message = "its load balancer, of another stack, has enableHttp2: false";
    issues.push(problem("KECS1013", path, message, `${hint}, or give the listener an sslPolicy`));
  }
  const isDivided = hasOption && !catchAll && mutualAuthentication?.mode !== "verify";
  const wildcard = isDivided ? hosts.find(isWildcard) : undefined;
  if (wildcard !== undefined) {
    const message = `its load balancer, of another stack, has the wildcard "${wildcard}", which can have no TLS settings of a listener`;
    issues.push(problem("KECS1013", path, message, hint));
  }
  return issues;
}
