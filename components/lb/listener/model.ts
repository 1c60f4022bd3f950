import { listenerArn, nameFromArn } from "../../../core/arn";
import { singleQuoted } from "../../../core/text/shellQuote";
import type { Connection } from "../../../core/connection";
import type { ListenerOutputs } from "../../../core/outputs/contract";
import { awsHost, isWildcard, localHost } from "../../../core/hosts";
import { fitsHost } from "../../../core/lb/evaluate/host";
import type { Listener, ListenerTls, TargetGroup } from "../../../core/lb/model";
import type { ListenerPorts, LoadBalancerFacts } from "../../controlPlane/entries";
import { actionOf, targetGroupArnsOf } from "../../../core/lb/listener/actions";
import { portMapOf, slotOf } from "../../../core/lb/listener/ports";
import { protocolOf } from "../../../core/lb/listener/validate";
import type { ListenerValues } from "../../../core/lb/listener/values";

/** A listener's arguments with the instance that they are meant for. */
export interface Resolved extends ListenerValues {
  readonly connection: Connection;
}

/** What other components of the program tell of a listener. */
export interface Surroundings {
  readonly loadBalancer: LoadBalancerFacts;
  /** Host names of its rules' conditions. */
  readonly ruleHosts: readonly string[];
  /** The listeners of the load balancer. */
  readonly siblings: readonly ListenerPorts[];
  /** Hosts of the program's other load balancers. */
  readonly neighbours?: readonly string[];
  readonly groupOf: (arn: string) => TargetGroup;
  readonly tls: ListenerTls;
}

export function loadBalancerName(values: { readonly loadBalancerArn: string }): string {
  return nameFromArn("loadBalancer", values.loadBalancerArn) ?? "";
}

/** A listener as requests meet it, without its rules. */
export function listenerModel(values: Resolved, around: Surroundings): Listener {
  const { connection, port } = values;
  const { entryPoint, localPort } = slotOf(connection, values);
  const { neighbours = [] } = around;
  const own = around.loadBalancer.hosts;
  const protocol = protocolOf(values);
  const siblings = around.siblings.flatMap(({ port: other, localPort: wish }) =>
    other === undefined
      ? []
      : [{ port: other, ...(wish === undefined ? {} : { localPort: wish }) }],
  );
  return {
    port,
    protocol,
    localPort,
    entryPoint,
    hosts: [...new Set([...own, ...around.ruleHosts.filter((host) => !isCovered(host, own))])],
    portMap: portMapOf(connection, [...siblings, values]),
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

/** What the listener puts out: where it answers, in every form that someone may need. */
export function listenerOutputs(values: Resolved, authority: string): ListenerOutputs {
  const name = loadBalancerName(values);
  const protocol = protocolOf(values);
  const scheme = protocol.toLowerCase();
  const { localPort } = slotOf(values.connection, values);
  const address = `localhost:${localPort}`;
  const hostHeader = awsHost(name);
  return {
    arn: listenerArn(values.connection, name, values.port),
    port: values.port,
    protocol,
    localPort,
    url: `${scheme}://${localHost(name)}:${localPort}/`,
    address,
    hostHeader,
    curl:
      protocol === "HTTPS"
        ? `curl --cacert ${singleQuoted(authority)} --connect-to ::${address} https://${hostHeader}/`
        : `curl -H 'Host: ${hostHeader}' http://${address}/`,
    targetGroups: targetGroupArnsOf(values.defaultActions),
  };
}
