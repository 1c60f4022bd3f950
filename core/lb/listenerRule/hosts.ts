import { isWildcard } from "../../hosts";
import { problem, type Issue } from "../../validate";
import { insideHosts, unnameableHosts, unreachable, type Obstacle } from "../inside/hosts";
import { isCovered } from "../listener/model";
import type { LoadBalancerFacts } from "../model";
import { hostsOf } from "./model";
import type { ListenerRuleValues } from "./values";

type Conditions = ListenerRuleValues["conditions"];

/** The hosts that each condition adds to those of the load balancer, and how errors call it. */
export function addedHosts(
  conditions: Conditions,
  { hosts }: Pick<LoadBalancerFacts, "hosts">,
  path: string,
): { readonly added: string[]; readonly below: string }[] {
  return conditions.map((condition, i) => ({
    added: hostsOf([condition]).filter((host) => !isCovered(host, hosts)),
    below: `${path}.conditions[${i}].hostHeader`,
  }));
}

/** The issues of wildcards that a listener with TLS options gets: Traefik cannot give them to those. */
export function unreachableWildcards(
  added: readonly string[],
  path: string,
  hint: string,
): Issue[] {
  return added
    .filter(isWildcard)
    .map((host) =>
      problem(
        "KECS1012",
        path,
        `"${host}" reaches no listener with an ssl policy or mutual authentication, nor one without HTTP/2`,
        hint,
      ),
    );
}

/** Which hosts of a rule tasks know. */
export interface NamedHosts {
  /** Those that the load balancer has without the rule. */
  readonly own: readonly string[];
  /** Those that were made known to tasks for the rule. */
  readonly made: readonly string[];
  /** Why the others are not. */
  readonly of: Obstacle;
}

/** The warnings of hosts by which tasks do not reach a rule's load balancer. */
export function namelessHosts(
  conditions: Conditions,
  { own, made, of }: NamedHosts,
  path: string,
): Issue[] {
  return conditions.flatMap((condition, i) => {
    const below = `${path}.conditions[${i}].hostHeader`;
    const hosts = hostsOf([condition]).filter((host) => !own.includes(host));
    return [
      ...unnameableHosts(hosts, below),
      ...insideHosts(hosts)
        .filter((host) => !made.includes(host))
        .map((host) => unreachable(host, below, of)),
    ];
  });
}

/** The problems of hosts that do not reach a listener of another stack, where these do. */
export function importedHosts(
  conditions: Conditions,
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
