import { listenerArn, nameFromArn } from "../internal/arn";
import { problem, type Issue } from "../internal/errors";
import { planPorts, type PortPlan, type PortSlot } from "../instance/ports/plan";
import { chooseSlot } from "../instance/ports/localPort";
import type { Connection, ListenerOutputs } from "../outputs/contract";
import { awsHost, localHost } from "../routing/hosts";
import type { ListenerModel } from "./manifests";
import { isProtocol, type ListenerValues } from "./validate";

/** A listener's arguments with the instance that they are meant for. */
export interface Resolved extends ListenerValues {
  readonly connection: Connection;
}

/** The plan of the instance behind a connection. */
export function planOf(connection: Connection): PortPlan {
  const { rangeStart: start, rangeEnd: end } = connection;
  return planPorts({ ...connection, ...(start === 0 ? {} : { range: { start, end } }) });
}

/** Why the listener has no local port in its instance's plan; empty where it has one. */
export function validateSlot(values: Resolved, path: string): Issue[] {
  const choice = chooseSlot(planOf(values.connection), values, path);
  return "issue" in choice ? [choice.issue] : [];
}

/** The local port of a listener that passed `validateSlot`. */
export function slotOf(values: Resolved): PortSlot {
  const choice = chooseSlot(planOf(values.connection), values, "listener");
  if ("slot" in choice) return choice.slot;
  throw new RangeError(choice.issue.message);
}

/** What the listener's objects are made of. */
export function listenerModel(values: Resolved, hosts: readonly string[]): ListenerModel {
  const action = values.defaultActions[0];
  return {
    loadBalancer: loadBalancerName(values),
    port: values.port,
    protocol: protocolOf(values),
    entryPoint: slotOf(values).entryPoint,
    hosts,
    targetGroup: nameFromArn("targetGroup", action?.targetGroupArn ?? "") ?? "",
  };
}

/** What the listener puts out: where it answers, in every form that someone may need. */
export function listenerOutputs(values: Resolved): ListenerOutputs {
  const name = loadBalancerName(values);
  const protocol = protocolOf(values);
  const scheme = protocol.toLowerCase();
  const { localPort } = slotOf(values);
  const address = `localhost:${localPort}`;
  const hostHeader = awsHost(name);
  const insecure = protocol === "HTTPS" ? "--insecure " : "";
  return {
    arn: listenerArn(values.connection, name, values.port),
    port: values.port,
    protocol,
    localPort,
    url: `${scheme}://${localHost(name)}:${localPort}/`,
    address,
    hostHeader,
    curl: `curl ${insecure}-H 'Host: ${hostHeader}' ${scheme}://${address}/`,
    targetGroups: values.defaultActions.map((action) => action.targetGroupArn),
  };
}

export function loadBalancerName(values: ListenerValues): string {
  return nameFromArn("loadBalancer", values.loadBalancerArn) ?? "";
}

function protocolOf(values: ListenerValues): "HTTP" | "HTTPS" {
  const usual = values.port === 443 ? "HTTPS" : "HTTP";
  return values.protocol !== undefined && isProtocol(values.protocol) ? values.protocol : usual;
}

/** The issues of what another listener of the load balancer already has. */
export function conflicts(
  values: Resolved,
  path: string,
  claim: (what: string, owner: string) => string | undefined,
): Issue[] {
  const samePort = claim(`listener port ${values.loadBalancerArn} ${values.port}`, path);
  if (samePort !== undefined) {
    return [
      problem(
        "KECS1007",
        `${path}.port`,
        `port "${values.port}" of load balancer "${loadBalancerName(values)}" belongs to ${samePort}`,
        "give each listener of a load balancer a port of its own",
      ),
    ];
  }
  const { localPort } = slotOf(values);
  const sameLocal = claim(`local port ${values.loadBalancerArn} ${localPort}`, path);
  if (sameLocal === undefined) return [];
  return [
    problem(
      "KECS1006",
      `${path}.port`,
      `port "${values.port}" would answer on local port ${localPort}, as ${sameLocal} does`,
      "set localPort of one of the two to another port of the instance's range",
    ),
  ];
}
