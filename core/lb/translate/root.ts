import { isWildcard } from "../../hosts";
import { MATCH_ALL } from "./expression";
import { matchHost, matchHosts } from "../ruleLanguage/host";
import { isDivided, restRoutes, tlsRoutes } from "./tlsRoutes";
import { headersMiddleware, plainMiddleware, preludeMiddleware } from "./middlewares";
import { metadata, partName, rootName, type ListenerOf } from "../traefikObjects/names";
import { API_VERSION, NOOP, type KubeObject, type Route } from "../traefikObjects/object";
import { EXACT_HOSTS, OTHER_HOSTS, wildcardHost } from "./priority";

/**
 * The roots of a listener: hosts, TLS and what happens before the rules, no services. They come
 * after their children and go before them, so that a host answers completely or not at all.
 *
 * A listener whose options cannot be had for every wildcard is divided: what has to do without them
 * is a second root, with the instance's default options. One that verifies clients never is.
 */
export function rootObjects(of: ListenerOf): { root: KubeObject; wildcardRoot?: KubeObject } {
  const { listener } = of;
  const { clientCertificateName, secretName, optionName } = listener.tls ?? {};
  const middlewares = [
    ...[headersMiddleware(of), preludeMiddleware(of)].map(({ metadata: { name } }) => ({ name })),
    ...(clientCertificateName === undefined ? [] : [{ name: clientCertificateName }]),
  ];
  const ready = (routes: readonly Route[]) => routes.map((route) => ({ ...route, middlewares }));
  const name = rootName(of.lb, listener);
  const exact = exactRoutes(of);
  if (listener.protocol === "HTTP") {
    return { root: ingress(of, name, ready([...exact, ...otherRoutes(of)])) };
  }
  const secret = secretName === undefined ? {} : { secretName };
  const root = ingress(of, name, ready([...exact, ...tlsRoutes(of)]), {
    ...secret,
    ...(optionName === undefined ? {} : { options: { name: optionName } }),
  });
  if (!isDivided(of)) return { root };
  const rest = ingress(of, wildcardRootName(of), ready(restRoutes(of)), secret);
  return { root, wildcardRoot: rest };
}

/** How the children of a listener name their roots. */
export function parentRefs(of: ListenerOf): { name: string }[] {
  const root = { name: rootName(of.lb, of.listener) };
  return isDivided(of) ? [root, { name: wildcardRootName(of) }] : [root];
}

/** The answer to plain HTTP on a port of HTTPS: a root for the same hosts without TLS. */
export function plainRoot(of: ListenerOf): KubeObject {
  const middlewares = [{ name: plainMiddleware(of).metadata.name }];
  const routes = [...exactRoutes(of), ...otherRoutes(of)].map((route) => ({
    ...route,
    middlewares,
    services: [NOOP],
  }));
  return ingress(of, partName(of, "plain"), routes);
}

function ingress(of: ListenerOf, name: string, routes: readonly Route[], tls?: object): KubeObject {
  return {
    apiVersion: API_VERSION,
    kind: "IngressRoute",
    metadata: metadata(of, name),
    spec: {
      entryPoints: [of.listener.entryPoint],
      ...(tls === undefined ? {} : { tls }),
      routes,
    },
  };
}

/** Never none: every load balancer has the two names that its own name makes. */
function exactRoutes({ listener }: ListenerOf): Route[] {
  const hosts = listener.hosts.filter((host) => !isWildcard(host));
  return [{ kind: "Rule", match: matchHosts(hosts), priority: EXACT_HOSTS }];
}

function otherRoutes({ lb, listener }: ListenerOf): Route[] {
  return [
    ...listener.hosts.filter(isWildcard).map((host) => ({
      kind: "Rule" as const,
      match: matchHost(host),
      priority: wildcardHost(host),
    })),
    ...(lb.catchAll ? [{ kind: "Rule" as const, match: MATCH_ALL, priority: OTHER_HOSTS }] : []),
  ];
}

function wildcardRootName(of: ListenerOf): string {
  return partName(of, "wildcard");
}
