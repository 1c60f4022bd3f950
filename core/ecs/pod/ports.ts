import { targetPortName } from "../../lb/targetGroup/manifests";
import type { ContainerModel, PortModel } from "./model";
import type { TargetModel } from "./target";

/** The ports of a container; target groups that reach theirs by name find it. */
export function containerPorts(container: ContainerModel, targets: readonly TargetModel[]) {
  return distinct(container.ports).map(({ containerPort, protocol }) => {
    const named = targets.find(
      (of) =>
        of.named &&
        of.containerName === container.name &&
        of.containerPort === containerPort &&
        protocol === "tcp",
    );
    return {
      containerPort,
      protocol: protocol.toUpperCase(),
      ...(named === undefined ? {} : { name: targetPortName(named.group.name) }),
    };
  });
}

/** Two host ports of one port are one here; Kubernetes tells ports by number and protocol. */
function distinct(ports: readonly PortModel[]): PortModel[] {
  const key = ({ containerPort, protocol }: PortModel): string => `${containerPort}/${protocol}`;
  return ports.filter((port, i) => ports.findIndex((of) => key(of) === key(port)) === i);
}
