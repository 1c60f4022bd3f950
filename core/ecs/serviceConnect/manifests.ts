import { labels, NAMESPACE, SKIP_AWAIT } from "../../labels";
import { SLICE_KEEPER, SLICE_KEEPER_LABEL } from "../../lb/targetGroup/manifests";
import type { ConnectAlias, ConnectModel } from "./model";
import { endpointName, NAMES_SERVICE } from "./names";

/** What holds the names of all namespaces; each instance has one. */
export function namesService() {
  return {
    metadata: {
      name: NAMES_SERVICE,
      namespace: NAMESPACE,
      labels: labels("service-connect"),
      annotations: { ...SKIP_AWAIT },
    },
    spec: { clusterIP: "None" },
  };
}

/** A service, as what others reach by its aliases is made of it. */
export interface ConnectedService {
  /** Name of its Deployment. */
  readonly deployment: string;
  readonly selector: Readonly<Record<string, string>>;
}

/**
 * The address behind all aliases of a service. It stays while aliases and tasks change, and leads
 * each connection to a ready task.
 */
export function connectService({ deployment, selector }: ConnectedService) {
  return {
    metadata: {
      name: `sc-${deployment}`,
      namespace: NAMESPACE,
      labels: labels("service-connect", selector),
      annotations: { ...SKIP_AWAIT },
    },
    spec: { type: "ClusterIP", selector },
  };
}

/** The ports of that address. */
export function connectPorts(aliases: readonly ConnectAlias[]) {
  const ports = aliases.map(({ port }) => port);
  return aliases
    .filter(({ port }, i) => ports.indexOf(port) === i)
    .map(({ port, containerPort }) => ({
      name: `port-${port}`,
      port,
      targetPort: containerPort,
      protocol: "TCP",
    }));
}

/** The object that holds a service's names; what they lead to is known once the address is. */
export function connectNames({ deployment, selector }: ConnectedService) {
  return {
    metadata: {
      name: `sc-${deployment}`,
      namespace: NAMESPACE,
      labels: labels("service-connect", {
        ...selector,
        "kubernetes.io/service-name": NAMES_SERVICE,
        [SLICE_KEEPER_LABEL]: SLICE_KEEPER,
      }),
    },
    addressType: "IPv4",
  };
}

/** The names of a service's aliases, at its address. */
export function connectEndpoints({ namespaceId, aliases }: ConnectModel, address: string) {
  const names = [...new Set(aliases.map(({ dnsName }) => dnsName))];
  return names.map((dnsName) => ({
    addresses: [address],
    hostname: endpointName(namespaceId, dnsName),
    conditions: { ready: true },
  }));
}
