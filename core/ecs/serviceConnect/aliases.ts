import type { ContainerModel, PortModel } from "../pod/model";
import type { ConnectAlias } from "./model";
import type { ServiceConnectConfigurationValues, ServiceConnectServiceValues } from "./values";

/** The port of a task definition that has this name. */
export function namedPort(
  name: string,
  containers: readonly Pick<ContainerModel, "ports">[],
): PortModel | undefined {
  return containers.flatMap(({ ports }) => ports).find((port) => port.name === name);
}

export function discoveryNameOf({ discoveryName, portName }: ServiceConnectServiceValues): string {
  return discoveryName ?? portName;
}

/** An alias with the place of its service in the configuration. */
export interface PlacedAlias extends ConnectAlias {
  readonly index: number;
}

/**
 * The aliases of a service. A port that the task definition does not name leads nowhere: it is
 * refused elsewhere.
 */
export function aliasesOf(
  { services = [] }: ServiceConnectConfigurationValues,
  containers: readonly Pick<ContainerModel, "ports">[],
  namespace: string,
): PlacedAlias[] {
  return services.flatMap((service, index) => {
    const port = namedPort(service.portName, containers);
    const fallback = `${discoveryNameOf(service)}.${namespace}`.toLowerCase();
    return port === undefined
      ? []
      : (service.clientAlias ?? []).map((alias) => ({
          index,
          dnsName: alias.dnsName ?? fallback,
          port: alias.port,
          portName: service.portName,
          containerPort: port.containerPort,
        }));
  });
}
