import { contains, type PortRange } from "../../ports/range";
import type { ContainerModel } from "./model";

/** A local port that leads to a port of a service's tasks, as TCP. */
export interface Endpoint {
  readonly localPort: number;
  readonly containerName: string;
  readonly containerPort: number;
}

/** What of a container decides which local ports lead to it. */
export interface Published {
  readonly name: string;
  readonly ports: readonly Pick<
    ContainerModel["ports"][number],
    "containerPort" | "hostPort" | "protocol"
  >[];
}

/** The local ports that lead to a service's tasks: host ports of the instance's range. */
export function endpointsOf(
  containers: readonly Published[],
  range: PortRange | undefined,
): Endpoint[] {
  if (range === undefined) return [];
  return containers.flatMap(({ name: containerName, ports }) =>
    ports.flatMap(({ containerPort, hostPort, protocol }) =>
      hostPort !== undefined && protocol === "tcp" && contains(range, hostPort)
        ? [{ localPort: hostPort, containerName, containerPort }]
        : [],
    ),
  );
}

/** Name of the container port that a local port leads to, unless a target group's name is on it. */
export function endpointPortName({ localPort }: Pick<Endpoint, "localPort">): string {
  return `port-${localPort}`;
}
