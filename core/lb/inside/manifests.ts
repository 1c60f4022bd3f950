import { labels, NAMESPACE, SKIP_AWAIT, SYSTEM_NAMESPACE, TRAEFIK_SELECTOR } from "../../labels";
import { kubernetesName } from "../../naming";
import { discoveryServiceName } from "../../servicediscovery/discoveryName";
import type { Listener } from "../model";
import { SLICE_KEEPER, SLICE_KEEPER_LABEL } from "../targetGroup/manifests";
import { insideAddress } from "./address";

/*
 * How tasks reach a load balancer: its names lead to an address of its own, and each listener takes
 * its port of that address. So a listener that another stack or the API adds changes no object of
 * anybody else.
 */

interface Named {
  readonly name: string;
}

/** What the names of a load balancer lead to: a Service that its slice gives the address. */
export function addressService({ name }: Named) {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: {
      name: addressName(name),
      namespace: NAMESPACE,
      labels: labelsOf(name),
      annotations: { ...SKIP_AWAIT },
    },
    spec: { type: "ClusterIP", clusterIP: "None" },
  };
}

export function addressSlice({ name }: Named) {
  return {
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    metadata: {
      name: addressName(name),
      namespace: NAMESPACE,
      labels: {
        ...labelsOf(name),
        "kubernetes.io/service-name": addressName(name),
        [SLICE_KEEPER_LABEL]: SLICE_KEEPER,
      },
    },
    addressType: "IPv4",
    endpoints: [{ addresses: [insideAddress(name)], conditions: { ready: true } }],
  };
}

/** One of its names, as the instance's DNS looks for it. */
export function hostService({ name }: Named, host: string) {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: {
      name: discoveryServiceName(host),
      namespace: NAMESPACE,
      labels: labelsOf(name),
      annotations: { ...SKIP_AWAIT, "kecs.dev/dns-name": host },
    },
    spec: {
      type: "ExternalName",
      externalName: `${addressName(name)}.${NAMESPACE}.svc.cluster.local`,
    },
  };
}

/**
 * A listener's port at the address of its load balancer. The local port leads there as well, unless
 * it is the port of another listener: a redirect's Location has it.
 *
 * `Local` keeps the address of the task that asks; from a task the way leads to any node.
 */
export function listenerService({ name }: Named, listener: Listener) {
  const { port, localPort, portMap, entryPoint } = listener;
  const isFree = portMap[localPort] === undefined;
  const way = { targetPort: entryPoint, protocol: "TCP" };
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: {
      name: kubernetesName(`alb-${name}-${port}`),
      namespace: SYSTEM_NAMESPACE,
      labels: labels("listener", {
        "kecs.dev/load-balancer": name,
        "kecs.dev/listener-port": String(port),
      }),
      annotations: { ...SKIP_AWAIT },
    },
    spec: {
      type: "ClusterIP",
      externalIPs: [insideAddress(name)],
      externalTrafficPolicy: "Local",
      selector: { ...TRAEFIK_SELECTOR },
      ports: [
        { name: "listener", port, ...way },
        ...(isFree ? [{ name: "local", port: localPort, ...way }] : []),
      ],
    },
  };
}

function addressName(loadBalancer: string): string {
  return kubernetesName(`alb-${loadBalancer}`);
}

function labelsOf(loadBalancer: string) {
  return labels("load-balancer", { "kecs.dev/load-balancer": loadBalancer });
}
