/** An object of Traefik's API, whole, as it is applied. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: "IngressRoute" | "IngressRouteTCP" | "Middleware" | "TraefikService";
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;
  };
  readonly spec: object;
}

export const API_VERSION = "traefik.io/v1alpha1";

/** A service that is never reached: the route's middleware answers. */
export const NOOP = { kind: "TraefikService", name: "noop@internal" } as const;

/** One of an IngressRoute's `routes`. */
export interface Route {
  readonly kind: "Rule";
  readonly match: string;
  readonly priority: number;
  readonly middlewares?: readonly { readonly name: string }[];
  readonly services?: readonly object[];
}
