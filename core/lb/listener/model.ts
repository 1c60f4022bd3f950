import { nameFromArn } from "../../arn";
import type { Connection } from "../../connection";
import { isWildcard } from "../../hosts";
import { fitsHost } from "../request/host";
import type { Listener, ListenerTls, LoadBalancerFacts, TargetGroup } from "../model";
import type { ListenerPort } from "../../ports/localPort";
import { actionOf } from "./actions";
import { portMapOf, slotOf } from "./ports";
import { protocolOf } from "./validate";
import type { ListenerValues } from "./values";

/** A listener's arguments with the instance that they are meant for. */
export interface Resolved extends ListenerValues {
  readonly connection: Connection;
}

/** The ports of a listener, as far as they are known. */
export interface ListenerPorts {
  readonly port: number | undefined;
  readonly localPort?: number | undefined;
}

/** What other objects tell of a listener. */
export interface Surroundings {
  readonly loadBalancer: LoadBalancerFacts;
  /** Host names of its rules' conditions. */
  readonly ruleHosts: readonly string[];
  /** The listeners of the load balancer. */
  readonly siblings: readonly ListenerPorts[];
  /** Hosts of the other load balancers of its stack. */
  readonly neighbours?: readonly string[];
  readonly groupOf: (arn: string) => TargetGroup;
  readonly tls: ListenerTls;
}

export function loadBalancerName(values: { readonly loadBalancerArn: string }): string {
  return nameFromArn("loadBalancer", values.loadBalancerArn) ?? "";
}

/** The listeners whose ports are known. */
export function withPorts(listeners: readonly ListenerPorts[]): ListenerPort[] {
  return listeners.flatMap(({ port, localPort }) =>
    port === undefined ? [] : [{ port, localPort }],
  );
}

/** A listener as requests meet it, without its rules. */
export function listenerModel(values: Resolved, around: Surroundings): Listener {
  const { connection, port } = values;
  const { entryPoint, localPort } = slotOf(connection, values);
  const { neighbours = [] } = around;
  const own = around.loadBalancer.hosts;
  const protocol = protocolOf(values);
  return {
    port,
    protocol,
    localPort,
    entryPoint,
    hosts: [...new Set([...own, ...around.ruleHosts.filter((host) => !isCovered(host, own))])],
    portMap: portMapOf(connection, [...withPorts(around.siblings), values]),
    ...(neighbours.length === 0 ? {} : { neighbours }),
    ...(protocol === "HTTPS" ? { tls: around.tls } : {}),
    rules: [],
    defaultAction: actionOf(values.defaultActions, around.groupOf),
  };
}

/** Whether requests for a host name, or for all that fit a pattern, reach one that has these. */
export function isCovered(host: string, hosts: readonly string[]): boolean {
  // Long enough that no run of question marks takes what a star stands for.
  const longest = host.replaceAll("*", "*".repeat(129));
  return hosts.some((own) => own === host || (isWildcard(own) && fitsHost(own, longest)));
}
