import { opensHostPorts } from "../hostPorts";
import { contains, RANGE_VARIABLES, type PortRange } from "../../../ports/range";
import { problem, type Issue } from "../../../validate";
import type { ContainerValues } from "../values/container";
import type { TaskDefinitionValues } from "../values/taskDefinition";

interface HostPort {
  readonly hostPort: number;
  readonly isOwnPort: boolean;
  readonly protocol: string;
  readonly container: string;
  readonly path: string;
}

/** Host ports of which two would lead from one local port. */
export function sharedHostPorts(
  { containerDefinitions: containers, networkMode }: TaskDefinitionValues,
  range: PortRange | undefined,
  path: string,
): Issue[] {
  if (!opensHostPorts(networkMode)) return [];
  const inRange = hostPortsOf(containers, path).filter(
    ({ hostPort, protocol }) =>
      range !== undefined && protocol === "tcp" && contains(range, hostPort),
  );
  return inRange.flatMap(({ hostPort, path: at }, i) => {
    const first = inRange.findIndex((of) => of.hostPort === hostPort);
    const owner = inRange[first];
    return owner === undefined || first === i
      ? []
      : [
          problem(
            "KECS1006",
            at,
            `local port "${hostPort}" leads to container "${owner.container}" already`,
            "choose another hostPort for one of the two",
          ),
        ];
  });
}

/** Host ports that no local port stands for. */
export function warnOfHostPorts(
  { containerDefinitions, networkMode }: TaskDefinitionValues,
  isBridged: boolean,
  range: PortRange | undefined,
  path: string,
): Issue[] {
  if (!opensHostPorts(networkMode)) return [];
  const opensOnAws = isBridged || networkMode === "host";
  return hostPortsOf(containerDefinitions, path).flatMap((of) => {
    const { hostPort, isOwnPort, protocol, path: at } = of;
    if (range !== undefined && contains(range, hostPort)) {
      return protocol === "tcp"
        ? []
        : [warning(at, `UDP port "${hostPort}" has no effect here`, TCP)];
    }
    if (isOwnPort && !opensOnAws) return [];
    return range === undefined
      ? [
          warning(
            at,
            `"${hostPort}" has no effect: the instance has no range of local ports`,
            NO_RANGE,
          ),
        ]
      : [
          warning(
            at,
            `"${hostPort}" has no effect: it is outside of the instance's range, ${range.start}-${range.end}`,
            `choose a port from ${range.start} to ${range.end}, or leave it out`,
          ),
        ];
  });
}

/**
 * A task definition without some of its host ports: the table of fields does not know the range of an
 * instance, which decides about them.
 */
export function withoutHostPorts(
  values: TaskDefinitionValues,
  isLeftOut: (hostPort: number) => boolean,
): Record<string, unknown> {
  return {
    ...values,
    containerDefinitions: values.containerDefinitions.map((container) => ({
      ...container,
      portMappings: container.portMappings?.map(({ hostPort, ...mapping }) =>
        hostPort === undefined || isLeftOut(hostPort) ? mapping : { ...mapping, hostPort },
      ),
    })),
  };
}

const TCP = "leave it out: local ports take TCP alone; other tasks reach the container's port";
const NO_RANGE = `leave it out, or give the instance a range: portRangeStart and portRangeEnd, or ${Object.values(RANGE_VARIABLES).join(" and ")}`;

function warning(path: string, message: string, hint: string): Issue {
  return { ...problem("KECS1023", path, message, hint), severity: "warning" };
}

function hostPortsOf(containers: readonly ContainerValues[], path: string): HostPort[] {
  return containers.flatMap(({ name, portMappings = [] }, i) =>
    portMappings.flatMap(({ hostPort = 0, containerPort, protocol = "tcp" }, j) =>
      hostPort === 0
        ? []
        : [
            {
              hostPort,
              isOwnPort: hostPort === containerPort,
              protocol,
              container: name,
              path: `${path}[${i}].portMappings[${j}].hostPort`,
            },
          ],
    ),
  );
}
