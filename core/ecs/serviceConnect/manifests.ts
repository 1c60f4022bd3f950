import { labels, NAMESPACE, SKIP_AWAIT } from "../../labels";
import { digest } from "../../naming";
import { SLICE_KEEPER, SLICE_KEEPER_LABEL } from "../../lb/targetGroup/manifests";
import { discoveryNameOf } from "./aliases";
import { endpointName, NAMES_SERVICE } from "./names";
import type { ServiceConnectConfigurationValues, ServiceConnectServiceValues } from "./values";

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

/** What tells an alias from the others of its service, in the names of its objects. */
export function aliasId(
  { namespace = "", services = [] }: ServiceConnectConfigurationValues,
  index: number,
  key: string,
): string {
  const service = services[index];
  const name = service === undefined ? "" : givenName(service);
  return digest(JSON.stringify([key, namespace, name]), 7);
}

function givenName(service: ServiceConnectServiceValues): string {
  return service.clientAlias?.[0]?.dnsName ?? discoveryNameOf(service);
}

/**
 * The address behind an alias of a service. It stays while the tasks change, and leads each connection
 * to a ready one.
 *
 * @param alias its id
 */
export function connectService({ deployment, selector }: ConnectedService, alias: string) {
  return {
    metadata: {
      name: `sc-${deployment}-${alias}`,
      namespace: NAMESPACE,
      labels: labels("service-connect", selector),
      annotations: { ...SKIP_AWAIT },
    },
    spec: { type: "ClusterIP", selector },
  };
}

/** A port of an alias, and what it leads to in the tasks. */
export interface ConnectPort {
  readonly port: number;
  readonly target: string | number;
}

/** The ports of that address. */
export function connectPorts(ports: readonly ConnectPort[]) {
  return ports.map(({ port, target }) => ({
    name: `port-${port}`,
    port,
    targetPort: target,
    protocol: "TCP",
  }));
}

/** The object that holds the name; what it leads to is known once the address is. */
export function connectName({ deployment, selector }: ConnectedService, alias: string) {
  return {
    metadata: {
      name: `sc-${deployment}-${alias}`,
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

/** The name of an alias, at its address. */
export function connectEndpoints(namespaceId: string, dnsName: string, address: string) {
  return [
    {
      addresses: [address],
      hostname: endpointName(namespaceId, dnsName),
      conditions: { ready: true },
    },
  ];
}
