import { listenerPort, nameFromArn } from "../../../core/arn";
import { importedLoadBalancer } from "../alb/importedLoadBalancer";
import { planOf, portMapOf } from "../../../core/lb/listener/ports";
import type { Connection } from "../../../core/connection";
import type { Listener, LoadBalancer } from "../../../core/lb/model";

/**
 * A listener of another stack. Its ARN tells the load balancer's name and the port, and that is
 * all that a rule's own objects depend on but for the attributes, which are taken for AWS's
 * defaults. Undefined where the instance has no such listener.
 */
export function importedListener(
  connection: Connection,
  arn: string,
): { readonly loadBalancer: LoadBalancer; readonly listener: Listener } | undefined {
  const port = listenerPort(connection, arn);
  if (port === undefined) return undefined;
  const loadBalancer = importedLoadBalancer(nameFromArn("listener", arn) ?? "");
  // The listener may have a localPort of its own; where it answers matters to no object of a rule.
  const [first] = planOf(connection).slots;
  const { localPort = 0, entryPoint = "" } = first ?? {};
  const isTls = port === 443;
  return {
    loadBalancer: { ...loadBalancer, listeners: [] },
    listener: {
      port,
      protocol: isTls ? "HTTPS" : "HTTP",
      localPort,
      entryPoint,
      hosts: loadBalancer.hosts,
      portMap: portMapOf(connection, []),
      ...(isTls ? { tls: {} } : {}),
      rules: [],
      defaultAction: { type: "fixed-response", statusCode: 503, messageBody: "" },
    },
  };
}
