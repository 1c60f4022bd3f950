import { isWildcard } from "../../hosts";
import { MATCH_ALL } from "./expression";
import { matchHost } from "../ruleLanguage/host";
import { literal } from "../ruleLanguage/literal";
import { rootName, type ListenerOf } from "../traefikObjects/names";
import type { Route } from "../traefikObjects/object";
import { OTHER_HOSTS, wildcardHost } from "./priority";

/*
 * Traefik chooses TLS options by the server name that a client sends before anything else, and knows
 * of a route no names but those in its `Host(...)`: an exact one, `*.` in the place of one label, or
 * `*` for every server name that nobody has. A route whose options are not those of the connection
 * answers 421. Two rules follow:
 *
 * - Each route names a `Host` that its options belong to. One without gives every unknown server
 *   name the default options, against a load balancer that takes all hosts, as chance has it.
 * - One host has one set of options. Two would take the listener's routes away from its rules.
 */

/** Whether some hosts of a listener have to do without its TLS options. */
export function isDivided({ lb, listener }: ListenerOf): boolean {
  const { optionName, verifiesClients = false } = listener.tls ?? {};
  const loses = optionName !== undefined && !verifiesClients && !lb.catchAll;
  return loses && listener.hosts.some(isWildcard);
}

/** Whether Traefik can choose TLS options for a wildcard: `*.` in front and no other one. */
export function isLabelWildcard(host: string): boolean {
  return host.startsWith("*.") && !isWildcard(host.slice(2));
}

/** The routes with a listener's options for its wildcards, and for hosts that nobody has. */
export function tlsRoutes(of: ListenerOf): Route[] {
  const { lb, listener } = of;
  const wildcards = listener.hosts.filter(isWildcard);
  const [own = ""] = listener.hosts.filter((host) => !isWildcard(host));
  const routes = isDivided(of)
    ? wildcards
        .filter(isLabelWildcard)
        .map((host) => rule(serverNames(host), wildcardHost(host) + 1))
    : wildcards.map((host) => {
        const chosenBy = serverNames(isLabelWildcard(host) ? host : own);
        return rule(`${chosenBy} || ${matchHost(host)}`, wildcardHost(host));
      });
  if (!lb.catchAll) return routes;
  return [...routes, rule(`${serverNames("*")} || ${MATCH_ALL}`, OTHER_HOSTS)];
}

/** The routes with the default options for what is left of a divided listener's wildcards. */
export function restRoutes({ lb, listener }: ListenerOf): Route[] {
  // A name that nobody can have (RFC 6761, 6.4), so that no host gets a second set of options.
  const nobody = serverNames(`${rootName(lb, listener)}.kecs.invalid`);
  return listener.hosts
    .filter(isWildcard)
    .map((host) => rule(`${nobody} || ${matchHost(host)}`, wildcardHost(host)));
}

function serverNames(host: string): string {
  return `Host(${literal(host)})`;
}

function rule(match: string, priority: number): Route {
  return { kind: "Rule", match, priority };
}
