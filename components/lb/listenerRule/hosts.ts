import { hostConflicts } from "../../../core/lb/loadBalancer/conflicts";
import type { KnownListener, LoadBalancerFacts } from "../alb/known";
import { problem, type Issue } from "../../../core/validate";
import { claim } from "../../controlPlane/program";
import { isCovered } from "../listener/model";
import { isWildcard } from "../../../core/lb/hosts";
import { hostsOf, type Resolved } from "../../../core/lb/listenerRule/model";

/** Where the hosts of a rule's conditions have to reach. */
export interface HostPlace {
  readonly listener: KnownListener;
  readonly loadBalancer: LoadBalancerFacts;
  /** Those that were told before the listener's routes were made. */
  readonly told: readonly string[];
}

/**
 * The problems of the hosts that a rule adds to its listener: requests for them have to reach it.
 * Where the listener has TLS options, Traefik cannot give them to wildcards.
 */
export function checkHosts(
  { connection, conditions }: Resolved,
  { listener, loadBalancer, told }: HostPlace,
  path: string,
): Issue[] {
  const owner = listener.parent?.path ?? "a load balancer of another stack";
  return conditions.flatMap((condition, i) => {
    const below = `${path}.conditions[${i}].hostHeader`;
    const added = hostsOf([condition]).filter((host) => !isCovered(host, loadBalancer.hosts));
    const hint = `add it to hostnames of ${owner}`;
    const wildcards = listener.hasTlsOption ? added.filter(isWildcard) : [];
    const late = added.filter((host) => !told.includes(host));
    return [
      ...hostConflicts({ instance: connection.instance, owner }, added, below, claim),
      ...wildcards.map((host) =>
        problem(
          "KECS1012",
          below,
          `"${host}" reaches no listener with an ssl policy or mutual authentication, nor one without HTTP/2`,
          hint,
        ),
      ),
      ...late.map((host) =>
        problem(
          "KECS1013",
          below,
          `"${host}" is only known after the listener's routes were made`,
          `write it as a plain value and before the program's first await, or ${hint}`,
        ),
      ),
    ];
  });
}

/** The warnings of hosts that a listener of another stack may not answer to. */
export function foreignHosts(
  conditions: Resolved["conditions"],
  own: readonly string[],
  path: string,
): Issue[] {
  return conditions.flatMap((condition, i) =>
    hostsOf([condition])
      .filter((host) => !isCovered(host, own))
      .map((host) => ({
        ...problem(
          "KECS1012",
          `${path}.conditions[${i}].hostHeader`,
          `"${host}" reaches this listener of another stack only if its load balancer has it`,
          "add it to hostnames of the load balancer",
        ),
        severity: "warning" as const,
      })),
  );
}
