import { idleTransportName, tlsTransportName } from "../../loadBalancer/manifests";
import { TARGET_PORT_NAME, targetGroupService } from "../../targetGroup/manifests";
import type { LoadBalancer, TargetGroup } from "../../model";

/** The cookie by which a client stays with its target group. */
const TARGET_GROUP_COOKIE = "AWSALBTG";

/**
 * A target group as a route refers to it. The scheme is never left out: Traefik would take a target
 * group with port 443 for one of HTTPS.
 */
export function serviceReference(lb: LoadBalancer, group: TargetGroup) {
  const { stickiness } = group;
  return {
    kind: "Service",
    name: targetGroupService(group.name),
    port: TARGET_PORT_NAME,
    scheme: schemeOf(group),
    serversTransport:
      group.protocol === "HTTPS" ? tlsTransportName(lb.name) : idleTransportName(lb.name),
    ...(group.algorithm === "least_outstanding_requests" ? { strategy: "p2c" } : {}),
    ...(stickiness === undefined
      ? {}
      : { sticky: stickyCookie(stickiness.cookieName, stickiness.duration) }),
  };
}

/** Weighted target groups as a TraefikService has them; a weight of 0 gets nothing. */
export function weightedServices(
  lb: LoadBalancer,
  groups: readonly { readonly group: TargetGroup; readonly weight: number }[],
  stickiness: number | undefined,
) {
  return {
    weighted: {
      services: groups.map(({ group, weight }) => ({ ...serviceReference(lb, group), weight })),
      ...(stickiness === undefined
        ? {}
        : { sticky: stickyCookie(TARGET_GROUP_COOKIE, stickiness) }),
    },
  };
}

/** Like AWS's own cookies it has the path `/` and scripts can read it; AWS writes `Expires`. */
function stickyCookie(name: string, duration: number) {
  return { cookie: { name, maxAge: duration } };
}

function schemeOf({ protocol, protocolVersion }: TargetGroup): string {
  if (protocol === "HTTPS") return "https";
  return protocolVersion === "HTTP1" ? "http" : "h2c";
}
