import { hostConflicts } from "../../../core/lb/loadBalancer/conflicts";
import type { ListenerEntry } from "../../controlPlane/entries";
import type { LoadBalancerFacts } from "../../../core/lb/model";
import { problem, type Issue } from "../../../core/validate";
import { claim } from "../../controlPlane/claims";
import { OF_ANOTHER_STACK, TOO_LATE } from "../../../core/lb/inside/hosts";
import {
  addedHosts,
  namelessHosts,
  unreachableWildcards,
} from "../../../core/lb/listenerRule/hosts";
import type { Resolved } from "../../../core/lb/listenerRule/model";

/** Where the hosts of a rule's conditions have to reach. */
export interface HostPlace {
  readonly listener: ListenerEntry;
  readonly loadBalancer: LoadBalancerFacts;
  /** Those that were known before the listener's routes were made. */
  readonly plainHosts: readonly string[];
  /** Those that tasks know by this program. */
  readonly namedHosts: readonly string[];
}

/**
 * The problems of the hosts that a rule adds to its listener: requests for them have to reach it.
 * Where the listener has TLS options, Traefik cannot give them to wildcards.
 */
export function checkHosts(
  { conditions }: Resolved,
  { listener, loadBalancer, plainHosts, namedHosts }: HostPlace,
  path: string,
): Issue[] {
  const hint = `add it to hostnames of ${ownerOf(listener)}`;
  const named = {
    own: loadBalancer.hosts,
    made: namedHosts,
    of: listener.parent === undefined ? OF_ANOTHER_STACK : TOO_LATE,
  };
  const issues = addedHosts(conditions, loadBalancer, path).flatMap(({ added, below }) => {
    const late = added.filter((host) => !plainHosts.includes(host));
    return [
      ...(listener.hasTlsOption ? unreachableWildcards(added, below, hint) : []),
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
  return issues.length > 0 ? issues : namelessHosts(conditions, named, path);
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
