import type { ObjectRecord } from "../../records/records";
import { hasEnded, serviceAttributes } from "./record";
import type { ServiceLoadBalancerValues } from "./values/service";

/*
 * A container port carries one name in Kubernetes, and a target group's Service reaches its tasks
 * either by its name or by one number; see core/lb/targetGroup/containerPortNames.ts. Here it is
 * decided for one service after another, by the records of those that are there already, and stays
 * as it was decided: a later service changes nothing in the tasks of an earlier one.
 */

/** A recorded service's place in a target group. */
interface RecordedJoin {
  readonly containerPort: number;
  readonly isNamed: boolean;
}

function joinsOf(group: string, services: readonly ObjectRecord[]): RecordedJoin[] {
  return services.flatMap((service) => {
    const attributes = serviceAttributes(service);
    if (hasEnded(attributes)) return [];
    const { loadBalancers, namedPorts } = attributes;
    return loadBalancers.flatMap(({ targetGroupArn, containerPort }, i) =>
      targetGroupArn === group ? [{ containerPort, isNamed: namedPorts?.[i] ?? true }] : [],
    );
  });
}

/**
 * The number by which a target group reaches its tasks, by the records of services; undefined where
 * it reaches them by its name.
 */
export function recordedTargetPort(
  group: string,
  services: readonly ObjectRecord[],
): number | undefined {
  return joinsOf(group, services).find(({ isNamed }) => !isNamed)?.containerPort;
}

/** For each of a service's `loadBalancers` whether its port bears the group's name. */
export interface NamedPorts {
  readonly namedPorts: readonly boolean[];
  /** Container ports for which no name and number can be found. */
  readonly stuck: readonly number[];
}

/**
 * What the container ports of a further service are called.
 *
 * @param services the other ones
 * @param isOurs whether that target group may go by a number from now on
 */
export function nameTargetPorts(
  loadBalancers: readonly ServiceLoadBalancerValues[],
  services: readonly ObjectRecord[],
  isOurs: (group: string) => boolean,
): NamedPorts {
  const canGoByNumber = ({ targetGroupArn: group, containerPort }: ServiceLoadBalancerValues) =>
    recordedTargetPort(group, services) === containerPort ||
    (isOurs(group) &&
      joinsOf(group, services).every((join) => join.containerPort === containerPort));
  const sharing = (port: number) =>
    loadBalancers.filter(({ containerPort }) => containerPort === port);
  const namedOf = (port: number) =>
    sharing(port).find((of) => !canGoByNumber(of)) ?? sharing(port)[0];
  const namedPorts = loadBalancers.map((of) => namedOf(of.containerPort) === of);
  const stuck = loadBalancers.filter((of, i) => {
    const number = recordedTargetPort(of.targetGroupArn, services);
    if (number !== undefined) return number !== of.containerPort;
    return namedPorts[i] === false && !canGoByNumber(of);
  });
  return { namedPorts, stuck: [...new Set(stuck.map(({ containerPort }) => containerPort))] };
}
