import { labels, NAMESPACE } from "../internal/labels";
import { kubernetesName } from "../internal/naming";

/** AWS closes a connection on which nothing came for so long, unless told otherwise. */
export const DEFAULT_IDLE_TIMEOUT = 60;

/** Name of the object that carries a load balancer's idle timeout to its listeners. */
export function idleTransportName(loadBalancer: string): string {
  return kubernetesName(`${loadBalancer}-idle`);
}

/**
 * How Traefik talks to the targets of a load balancer. A target that cannot be dialled for ten
 * seconds is a 502, one that does not begin to answer within the idle timeout a 504.
 */
export function idleTransport(loadBalancer: string, idleTimeout: number) {
  return {
    apiVersion: "traefik.io/v1alpha1",
    kind: "ServersTransport",
    metadata: {
      name: idleTransportName(loadBalancer),
      namespace: NAMESPACE,
      labels: labels("load-balancer", { "kecs.dev/load-balancer": loadBalancer }),
    },
    spec: {
      forwardingTimeouts: { dialTimeout: "10s", responseHeaderTimeout: `${idleTimeout}s` },
    },
  };
}
