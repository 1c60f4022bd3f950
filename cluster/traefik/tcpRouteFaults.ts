import { NAMESPACE } from "../../core/labels";
import { problem, type Issue } from "../../core/validate";
import { reasonsOf, type IngressRoute, type Router } from "./routeFaults";

/** What follows the name of an IngressRouteTCP in that of its router: of its rule, or its place. */
const SUFFIX = /^[-_][0-9a-f]+@kubernetescrd$/;

/** Every IngressRouteTCP of the cluster that Traefik did not load, as warnings. */
export function tcpRouteFaults(
  routes: readonly IngressRoute[],
  routers: readonly Router[],
): Issue[] {
  return routes.flatMap(({ metadata: { name }, spec }) => {
    if ((spec?.routes ?? []).length === 0) return [];
    const reasons = reasonsOf(routers.find((router) => isOf(router, name)));
    return reasons.length === 0 ? [] : [fault(name, reasons)];
  });
}

function isOf(router: Router, name: string): boolean {
  return [`${NAMESPACE}-${name}`, `${NAMESPACE}_${name}`].some(
    (start) => router.name.startsWith(start) && SUFFIX.test(router.name.slice(start.length)),
  );
}

function fault(name: string, reasons: readonly string[]): Issue {
  return {
    ...problem(
      "KECS3005",
      `IngressRouteTCP("${name}")`,
      `Traefik did not load it, so its local port leads nowhere: ${reasons.join("; ")}`,
      "run kecs start or pulumi up --refresh: both create missing objects again",
    ),
    severity: "warning",
  };
}
