import { nameFromArn } from "../../arn";
import type { Connection } from "../../connection";
import { hostsOf } from "../../hosts";
import { planOf, portMapOf } from "../listener/ports";
import { protocolOf } from "../listener/validate";
import { attributesOf } from "../loadBalancer/attributes";
import type { Listener, LoadBalancerFacts } from "../model";

/* What stands for an object of another stack while its record cannot be read: AWS's defaults. */

/** A load balancer of which the name alone is known. */
export function assumedLoadBalancer(name: string): LoadBalancerFacts {
  return { name, hosts: hostsOf(name, []), catchAll: false, attributes: attributesOf({}) };
}

/** A listener of which load balancer and port alone are known. */
export function assumedListener(connection: Connection, arn: string, port: number): Listener {
  const { hosts } = assumedLoadBalancer(nameFromArn("listener", arn) ?? "");
  // Where it answers matters to no object of a rule.
  const [first] = planOf(connection).slots;
  const { localPort = 0, entryPoint = "" } = first ?? {};
  const protocol = protocolOf({ port });
  return {
    port,
    protocol,
    localPort,
    entryPoint,
    hosts,
    portMap: portMapOf(connection, []),
    ...(protocol === "HTTPS" ? { tls: {} } : {}),
    rules: [],
    defaultAction: { type: "fixed-response", statusCode: 503, messageBody: "" },
  };
}
