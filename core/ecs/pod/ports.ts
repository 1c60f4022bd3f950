import { targetPortName } from "../../lb/targetGroup/manifests";
import { digest } from "../../naming";
import { endpointPortName, type Endpoint } from "./endpoints";
import type { ContainerModel, PortModel } from "./model";
import type { TargetModel } from "./target";

/** What reaches a container's ports. */
export interface PortUsers {
  readonly targets: readonly TargetModel[];
  readonly endpoints: readonly Endpoint[];
}

type Ported = Pick<ContainerModel, "name" | "ports">;
type Place = Pick<Endpoint, "containerName" | "containerPort">;

/** The ports of a container; what reaches one by name finds it. */
export function containerPorts(container: Ported, users: PortUsers) {
  return distinct(container.ports).map(({ containerPort, protocol }) => {
    const name = protocol === "tcp" ? portName(container, containerPort, users) : undefined;
    return {
      containerPort,
      protocol: protocol.toUpperCase(),
      ...(name === undefined ? {} : { name }),
    };
  });
}

/** The one name that a container port has in Kubernetes: what reaches it gives its own first. */
function portName(
  { name: containerName, ports }: Ported,
  containerPort: number,
  users: PortUsers,
): string | undefined {
  const mapping = ports.find(
    (port) =>
      port.containerPort === containerPort && port.protocol === "tcp" && port.name !== undefined,
  );
  return (
    userName({ containerName, containerPort }, users) ??
    (mapping?.name === undefined ? undefined : mappingPortName(mapping.name))
  );
}

/** What a container port is called in Kubernetes after the name of its port mapping. */
export function mappingPortName(name: string): string {
  return `pm-${digest(name, 12)}`;
}

function userName(place: Place, { targets, endpoints }: PortUsers): string | undefined {
  const target = targets.find((of) => of.named && isAt(of, place));
  if (target !== undefined) return targetPortName(target.group.name);
  const endpoint = endpoints.find((of) => isAt(of, place));
  return endpoint === undefined ? undefined : endpointPortName(endpoint);
}

/**
 * What a local port leads to in the tasks: a name, so that tasks of two revisions may listen on ports of
 * their own, or the number where the name is a target group's.
 */
export function endpointTarget(endpoint: Endpoint, users: PortUsers): string | number {
  const name = userName(endpoint, users);
  const isOurs = users.endpoints.some((of) => endpointPortName(of) === name);
  return name === undefined || !isOurs ? endpoint.containerPort : name;
}

/**
 * What leads to a port mapping by its name: a name in Kubernetes too, so that tasks of two revisions may
 * listen on ports of their own, or the number where the port has another name there.
 */
export function mappingTarget(
  {
    portName: mapping,
    containerPort,
  }: { readonly portName: string; readonly containerPort: number },
  containers: readonly Ported[],
  users: PortUsers,
): string | number {
  const own = mappingPortName(mapping);
  const container = containers.find(({ ports }) => ports.some(({ name }) => name === mapping));
  const isOurs = container !== undefined && portName(container, containerPort, users) === own;
  return isOurs ? own : containerPort;
}

function isAt(of: Place, { containerName, containerPort }: Place): boolean {
  return of.containerName === containerName && of.containerPort === containerPort;
}

/** Two host ports of one port are one here; Kubernetes tells ports by number and protocol. */
function distinct(ports: readonly PortModel[]): PortModel[] {
  const key = ({ containerPort, protocol }: PortModel): string => `${containerPort}/${protocol}`;
  return ports.filter((port, i) => ports.findIndex((of) => key(of) === key(port)) === i);
}
