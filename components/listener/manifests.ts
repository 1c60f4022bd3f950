import { isWildcard } from "../routing/hosts";
import { MATCH_ALL, matchHost, matchHosts } from "../routing/match";
import { DEFAULT_ACTION, DEFAULT_GUARD, EXACT_HOSTS, wildcardHost } from "../routing/priority";
import { labels, NAMESPACE } from "../internal/labels";
import { kubernetesName } from "../internal/naming";
import { idleTransportName } from "../alb/manifests";
import { TARGET_PORT_NAME, targetGroupService } from "../targetGroup/manifests";

/** A listener with everything resolved that its objects are made of. */
export interface ListenerModel {
  readonly loadBalancer: string;
  readonly port: number;
  readonly protocol: "HTTP" | "HTTPS";
  /** Traefik's entry point of the listener's local port. */
  readonly entryPoint: string;
  /** Every host name of the load balancer. */
  readonly hosts: readonly string[];
  /** Name of the target group that the default action forwards to. */
  readonly targetGroup: string;
}

const API_VERSION = "traefik.io/v1alpha1";
const NOOP = { kind: "TraefikService", name: "noop@internal" };

/** Name of the listener's root object; those of its parts begin with it. */
export function listenerName({ loadBalancer, port }: Pick<ListenerModel, "loadBalancer" | "port">) {
  return kubernetesName(`${loadBalancer}-${port}`, 50);
}

function metadata(model: ListenerModel, part?: string) {
  const name = listenerName(model);
  return {
    name: part === undefined ? name : `${name}-${part}`,
    namespace: NAMESPACE,
    labels: labels("listener", {
      "kecs.dev/load-balancer": model.loadBalancer,
      "kecs.dev/listener-port": String(model.port),
    }),
  };
}

/**
 * The listener's facts in the headers that AWS sends, and none that AWS does not send.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/x-forwarded-headers.html
 */
export function headersMiddleware(model: ListenerModel) {
  return {
    apiVersion: API_VERSION,
    kind: "Middleware",
    metadata: metadata(model, "headers"),
    spec: {
      headers: {
        customRequestHeaders: {
          "X-Forwarded-Port": String(model.port),
          "X-Forwarded-Proto": model.protocol.toLowerCase(),
          "X-Forwarded-Host": "",
          "X-Forwarded-Server": "",
          "X-Real-Ip": "",
        },
      },
    },
  };
}

/** Makes or continues the trace id, before any rule sees the request. */
export function preludeMiddleware(model: ListenerModel) {
  return {
    apiVersion: API_VERSION,
    kind: "Middleware",
    metadata: metadata(model, "prelude"),
    spec: { plugin: { albaction: { mode: "prelude", traceId: true } } },
  };
}

/** Answers in the place of an action that Traefik could not load. */
export function guardMiddleware(model: ListenerModel) {
  return {
    apiVersion: API_VERSION,
    kind: "Middleware",
    metadata: metadata(model, "guard"),
    spec: {
      plugin: {
        albaction: {
          mode: "fixed",
          status: 503,
          contentType: "text/plain",
          body: `an action of listener ${model.loadBalancer}:${model.port} is not loaded\n`,
        },
      },
    },
  };
}

/** The default action, and below it the guard that keeps a broken one from answering 404. */
export function defaultRoute(model: ListenerModel) {
  return {
    apiVersion: API_VERSION,
    kind: "IngressRoute",
    metadata: metadata(model, "default"),
    spec: {
      parentRefs: [{ name: listenerName(model) }],
      routes: [
        {
          kind: "Rule",
          match: MATCH_ALL,
          priority: DEFAULT_ACTION,
          services: [
            {
              name: targetGroupService(model.targetGroup),
              port: TARGET_PORT_NAME,
              serversTransport: idleTransportName(model.loadBalancer),
            },
          ],
        },
        {
          kind: "Rule",
          match: MATCH_ALL,
          priority: DEFAULT_GUARD,
          middlewares: [{ name: metadata(model, "guard").name }],
          services: [NOOP],
        },
      ],
    },
  };
}

/**
 * The root: hosts, TLS and headers, no services. It comes after its children and goes before
 * them, so that a host answers completely or not at all.
 */
export function rootRoute(model: ListenerModel) {
  const exact = model.hosts.filter((host) => !isWildcard(host));
  const middlewares = [
    { name: metadata(model, "headers").name },
    { name: metadata(model, "prelude").name },
  ];
  return {
    apiVersion: API_VERSION,
    kind: "IngressRoute",
    metadata: metadata(model),
    spec: {
      entryPoints: [model.entryPoint],
      ...(model.protocol === "HTTPS" ? { tls: {} } : {}),
      routes: [
        { kind: "Rule", match: matchHosts(exact), priority: EXACT_HOSTS, middlewares },
        ...model.hosts.filter(isWildcard).map((host) => ({
          kind: "Rule",
          match: matchHost(host),
          priority: wildcardHost(host),
          middlewares,
        })),
      ],
    },
  };
}
