import { labels, NAMESPACE } from "../../core/labels";
import { digest } from "../../core/naming";
import { ADMIN_PORT } from "./staticConfig";

/** Name of the IngressRoute that leads to it. */
export const API_ROUTE = "kecs-api";
const PATHS = { http: "/api/http/routers", tcp: "/api/tcp/routers" } as const;
/** In a query, since kubectl can send no header through the API server. */
const PARAMETER = "key";

/**
 * The key of Traefik's API, which tells every host, rule and address of the instance: tasks reach
 * the port, and do not know the key. It comes out of a private key, so it stays as long as that.
 */
export function apiKey(privateKey: string): string {
  return digest(`key of Traefik's API\n${privateKey}`, 32);
}

/** The way to the list of routes that Traefik has loaded, for who may read the cluster's routes. */
export function apiRoute(key: string) {
  return {
    apiVersion: "traefik.io/v1alpha1",
    kind: "IngressRoute",
    metadata: { name: API_ROUTE, namespace: NAMESPACE, labels: labels("ingress") },
    spec: {
      entryPoints: ["traefik"],
      routes: [
        {
          kind: "Rule",
          match: `(${Object.values(PATHS).map(isPath).join(" || ")}) && Query(\`${PARAMETER}\`, \`${key}\`)`,
          priority: 2000,
          services: [{ kind: "TraefikService", name: "api@internal" }],
        },
      ],
    },
  };
}

function isPath(path: string): string {
  return `Path(\`${path}\`)`;
}

/** An IngressRoute as the cluster has it, as far as the key lies in it. */
interface KeyedRoute {
  readonly metadata: { readonly name: string };
  readonly spec?: unknown;
}

/** Which of the loaded routes are asked for; a page's number begins at 1. */
export interface RoutersPage {
  /** For requests, unless it says for connections. */
  readonly of?: keyof typeof PATHS;
  readonly number: number;
  readonly size: number;
  /** A part of their names or rules. */
  readonly search?: string;
}

/**
 * One page of the loaded routes, as a path of a pod. The cluster's routes tell the key; an instance
 * that was made before there was one needs none.
 */
export function routersPath(
  routes: readonly KeyedRoute[],
  { of = "http", number, size, search }: RoutersPage,
): string {
  const own = routes.find(({ metadata }) => metadata.name === API_ROUTE);
  const { routes: [found] = [] } = (own?.spec ?? {}) as {
    readonly routes?: readonly { readonly match?: string }[];
  };
  const { match = "" } = found ?? {};
  const [, key] = /Query\(`key`, `([0-9a-f]+)`\)/.exec(match) ?? [];
  const query = [
    `per_page=${size}`,
    `page=${number}`,
    ...(search === undefined ? [] : [`search=${search}`]),
  ];
  return `${PATHS[of]}?${[...query, ...(key === undefined ? [] : [`${PARAMETER}=${key}`])].join("&")}`;
}

/** Where the API server leads to a pod's admin port. */
export function adminProxy(namespace: string, pod: string): string {
  return `/api/v1/namespaces/${namespace}/pods/${pod}:${ADMIN_PORT}/proxy`;
}
