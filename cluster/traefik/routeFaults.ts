import { NAMESPACE } from "../../core/labels";
import { problem, type Issue } from "../../core/validate";

/** Routes for requests, and those for connections. */
export type RouteKind = "IngressRoute" | "IngressRouteTCP";

/** What becomes of what a route does not lead on. */
const INSTEAD: Readonly<Record<RouteKind, string>> = {
  IngressRoute: "it answers 503 or 404",
  IngressRouteTCP: "its local port leads nowhere",
};

/** An IngressRoute or IngressRouteTCP, as far as its routers' names go. */
export interface IngressRoute {
  readonly metadata: { readonly name: string };
  readonly spec?: { readonly routes?: readonly unknown[] };
}

/** A router as Traefik's API tells of it. */
export interface Router {
  readonly name: string;
  readonly status?: string;
  readonly error?: readonly string[];
}

/**
 * Every route of the cluster that Traefik did not load, as warnings: those that it lists with an
 * error, and those that it lists not at all, of which only its log tells.
 */
export function routeFaults(
  ingressRoutes: readonly IngressRoute[],
  routers: readonly Router[],
  kind: RouteKind = "IngressRoute",
): Issue[] {
  const byName = new Map(routers.map((router) => [router.name, router]));
  return ingressRoutes.flatMap(({ metadata: { name }, spec }) => {
    const reasons = (spec?.routes ?? []).flatMap((_, i) =>
      reasonsOf(byName.get(`${NAMESPACE}_${name}_${i}@kubernetescrd`)),
    );
    return reasons.length === 0 ? [] : [fault(kind, name, [...new Set(reasons)])];
  });
}

function reasonsOf(router: Router | undefined): readonly string[] {
  if (router === undefined) {
    return ["something that it refers to is missing; Traefik's log names it"];
  }
  if (router.status === undefined || router.status === "enabled") return [];
  return router.error ?? [`its status is "${router.status}"`];
}

function fault(kind: RouteKind, name: string, reasons: readonly string[]): Issue {
  return {
    ...problem(
      "KECS3005",
      `${kind}("${name}")`,
      `Traefik did not load it, so ${INSTEAD[kind]}: ${reasons.join("; ")}`,
      "run kecs start or pulumi up --refresh: both create missing objects again",
    ),
    severity: "warning",
  };
}
