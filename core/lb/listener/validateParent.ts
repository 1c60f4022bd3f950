import { isWildcard } from "../../hosts";
import { problem, type Issue } from "../../validate";
import type { LoadBalancerFacts } from "../model";
import type { ListenerPorts, Resolved } from "./model";
import { slotOf } from "./ports";
import type { TlsStructure } from "./tls/names";
import { protocolOf } from "./validate";

/** The ports of a listener of another stack. */
export interface ImportedPorts extends ListenerPorts {
  readonly stack: string;
}

export interface ImportedLoadBalancer {
  readonly facts: LoadBalancerFacts;
  /** The listeners that other stacks gave it. */
  readonly listeners: readonly ImportedPorts[];
}

/** How a listener was made. */
export interface ListenerMade {
  /** Absent without TLS. */
  readonly tls: TlsStructure | undefined;
  /** How errors call it. */
  readonly path: string;
}

/** The problems of a listener with a load balancer that another stack made. */
export function validateParent(
  values: Resolved,
  { facts, listeners }: ImportedLoadBalancer,
  { tls, path }: ListenerMade,
): Issue[] {
  return [
    ...validatePort(values, listeners, path),
    ...(protocolOf(values) === "HTTP" ? [] : tlsIssues(values, facts, { tls, path })),
  ];
}

/** The problems of a listener with the ports of others of its load balancer. */
export function validatePort(
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
