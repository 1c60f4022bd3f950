import type { Connection } from "../connection";
import { awsHost } from "../hosts";
import { recordedLoadBalancers, routingOf } from "../lb/recorded/loadBalancers";
import type { Records } from "../records/records";
import type { AlbOutputs } from "./contract";
import { listenerOutputs } from "./listenerOutputs";

/**
 * Every load balancer of an instance by its records, whichever stack made it, in the form of a
 * stack's outputs.
 *
 * @param authority the file of the local certificate authority, for curl
 */
export function recordedAlbs(
  records: Records,
  connection: Connection,
  authority: string,
): Record<string, AlbOutputs> {
  const albs = recordedLoadBalancers(records, connection).map((of): AlbOutputs => {
    const { name, hosts } = of.facts;
    return {
      name,
      arn: of.arn,
      dnsName: awsHost(name),
      hosts,
      listeners: of.listeners.map(({ stack, values }) => ({
        ...listenerOutputs(values, authority),
        stack,
      })),
      routing: routingOf(of),
    };
  });
  return Object.fromEntries(albs.map((alb) => [alb.name, alb]));
}
