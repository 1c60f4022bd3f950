import { targetPortName } from "../targetGroup/manifests";
import type { ContainerModel } from "./model";
import type { TargetModel } from "./target";

/** The ports of a container; target groups that reach theirs by name find it. */
export function containerPorts(container: ContainerModel, targets: readonly TargetModel[]) {
  return container.ports.map(({ containerPort, protocol }) => {
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
