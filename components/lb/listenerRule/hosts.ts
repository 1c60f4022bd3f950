import { hostConflicts } from "../../../core/lb/loadBalancer/conflicts";
import type { ListenerEntry } from "../../controlPlane/entries";
import type { LoadBalancerFacts } from "../../../core/lb/model";
import { problem, type Issue } from "../../../core/validate";
import { claim } from "../../controlPlane/claims";
import { isCovered } from "../../../core/lb/listener/model";
import { isWildcard } from "../../../core/hosts";
import { hostsOf, type Resolved } from "../../../core/lb/listenerRule/model";

/** Where the hosts of a rule's conditions have to reach. */
export interface HostPlace {
  readonly listener: ListenerEntry;
  readonly loadBalancer: LoadBalancerFacts;
  /** Those that were known before the listener's routes were made. */
  readonly plainHosts: readonly string[];
}

/**
 * The problems of the hosts that a rule adds to its listener: requests for them have to reach it.
 * Where the listener has TLS options, Traefik cannot give them to wildcards.
 */
export function checkHosts(
  { conditions }: Resolved,
  { listener, loadBalancer, plainHosts }: HostPlace,
  path: string,
): Issue[] {
  const hint = `add it to hostnames of ${ownerOf(listener)}`;
  return addedHosts(conditions, loadBalancer, path).flatMap(({ added, below }) => {
    const wildcards = listener.hasTlsOption ? added.filter(isWildcard) : [];
    const late = added.filter((host) => !plainHosts.includes(host));
    return [
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

/** The issues of hosts that a rule adds, where another load balancer of the program has them. */
export function claimHosts(
  { connection, conditions }: Resolved,
  { listener, loadBalancer }: HostPlace,
  path: string,
): Issue[] {
  const owner = { instance: connection.instance, owner: ownerOf(listener) };
  return addedHosts(conditions, loadBalancer, path).flatMap(({ added, below }) =>
    hostConflicts(owner, added, below, claim),
  );
}

/** How errors call whose hosts they become. */
function ownerOf({ parent }: ListenerEntry): string {
  return parent?.path ?? "a load balancer of another stack";
}

/** The hosts that each condition adds to those of the load balancer, and how errors call it. */
function addedHosts(
  conditions: Resolved["conditions"],
  { hosts }: LoadBalancerFacts,
  path: string,
): { readonly added: string[]; readonly below: string }[] {
  return conditions.map((condition, i) => ({
    added: hostsOf([condition]).filter((host) => !isCovered(host, hosts)),
    below: `${path}.conditions[${i}].hostHeader`,
  }));
}

/** The problems of hosts that do not reach a listener of another stack, where these do. */
export function importedHosts(
  conditions: Resolved["conditions"],
  own: readonly string[],
  path: string,
): Issue[] {
  return conditions.flatMap((condition, i) =>
    hostsOf([condition])
      .filter((host) => !isCovered(host, own))
      .map((host) =>
        problem(
          "KECS1012",
          `${path}.conditions[${i}].hostHeader`,
          `"${host}" does not reach this listener of another stack`,
          "add it to hostnames of the load balancer, in the stack that makes it",
        ),
      ),
  );
}
