import { targetPortName } from "../../lb/targetGroup/manifests";
import { endpointPortName, type Endpoint } from "./endpoints";
import type { ContainerModel, PortModel } from "./model";
import type { TargetModel } from "./target";

/** What reaches a container's ports. */
export interface PortUsers {
  readonly targets: readonly TargetModel[];
  readonly endpoints: readonly Endpoint[];
}

/** The ports of a container; what reaches one by name finds it. */
export function containerPorts(container: ContainerModel, users: PortUsers) {
  return distinct(container.ports).map(({ containerPort, protocol }) => {
    const name =
      protocol === "tcp"
        ? portName({ containerName: container.name, containerPort }, users)
        : undefined;
    return {
      containerPort,
      protocol: protocol.toUpperCase(),
      ...(name === undefined ? {} : { name }),
    };
  });
}

type Place = Pick<Endpoint, "containerName" | "containerPort">;

/** The one name that a container port has in Kubernetes: target groups come first. */
function portName(place: Place, { targets, endpoints }: PortUsers): string | undefined {
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
  const name = portName(endpoint, users);
  const isOurs = users.endpoints.some((of) => endpointPortName(of) === name);
  return name === undefined || !isOurs ? endpoint.containerPort : name;
}

function isAt(of: Place, { containerName, containerPort }: Place): boolean {
  return of.containerName === containerName && of.containerPort === containerPort;
}

/** Two host ports of one port are one here; Kubernetes tells ports by number and protocol. */
function distinct(ports: readonly PortModel[]): PortModel[] {
  const key = ({ containerPort, protocol }: PortModel): string => `${containerPort}/${protocol}`;
  return ports.filter((port, i) => ports.findIndex((of) => key(of) === key(port)) === i);
}
