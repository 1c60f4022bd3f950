import { labels, NAMESPACE } from "../../labels";
import { kubernetesName } from "../../naming";
import type { Attributes } from "../model";

/** Name of the object that carries a load balancer's idle timeout to its listeners. */
export function idleTransportName(loadBalancer: string): string {
  return kubernetesName(`${loadBalancer}-idle`);
}

/** Name of the same for target groups of HTTPS. */
export function tlsTransportName(loadBalancer: string): string {
  return kubernetesName(`${loadBalancer}-idle-tls`);
}

/**
 * How Traefik talks to the targets of a load balancer. A target that cannot be dialled for ten
 * seconds is a 502, one that does not begin to answer within the idle timeout a 504. Like AWS, the
 * transport for HTTPS takes any certificate that a target has.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html
 */
export function transports(lb: {
  readonly name: string;
  readonly attributes: Pick<Attributes, "idleTimeout">;
}) {
  const forwardingTimeouts = {
    dialTimeout: "10s",
    responseHeaderTimeout: `${lb.attributes.idleTimeout}s`,
  };
  return {
    plain: transport(lb.name, idleTransportName(lb.name), { forwardingTimeouts }),
    tls: transport(lb.name, tlsTransportName(lb.name), {
      forwardingTimeouts,
      insecureSkipVerify: true,
    }),
  };
}

function transport(loadBalancer: string, name: string, spec: object) {
  return {
    apiVersion: "traefik.io/v1alpha1",
    kind: "ServersTransport",
    metadata: {
      name,
      namespace: NAMESPACE,
      labels: labels("load-balancer", { "kecs.dev/load-balancer": loadBalancer }),
    },
    spec,
  };
}
