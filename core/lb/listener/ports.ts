import type { MakeClaim } from "../../claims";
import { problem, type Issue } from "../../validate";
import { chooseSlot, type ListenerPort } from "../../ports/localPort";
import { planPorts, type PortPlan, type PortSlot } from "../../ports/plan";
import { rangeOf } from "../../ports/range";
import type { Connection } from "../../connection";

/** The plan of the instance behind a connection. */
export function planOf(connection: Connection): PortPlan {
  const range = rangeOf(connection);
  return planPorts({ ...connection, ...(range === undefined ? {} : { range }) });
}

/** Why a listener has no local port in its instance's plan; empty where it has one. */
export function validateSlot(connection: Connection, wish: ListenerPort, path: string): Issue[] {
  const choice = chooseSlot(planOf(connection), wish, path);
  return "issue" in choice ? [choice.issue] : [];
}

/** The local port of a listener that passed `validateSlot`. */
export function slotOf(connection: Connection, wish: ListenerPort): PortSlot {
  const choice = chooseSlot(planOf(connection), wish, "listener");
  if ("slot" in choice) return choice.slot;
  throw new RangeError(choice.issue.message);
}

/**
 * Local ports by listener ports, for the Location of redirects: 80, 443 and those of the load
 * balancer's listeners. One that has no local port is left out; its own listener reports it.
 */
export function portMapOf(
  connection: Connection,
  listeners: readonly ListenerPort[],
): Record<string, number> {
  const plan = planOf(connection);
  const wishes: readonly ListenerPort[] = [{ port: 80 }, { port: 443 }, ...listeners];
  return Object.fromEntries(
    wishes.flatMap((wish) => {
      const choice = chooseSlot(plan, wish, "listener");
      return "slot" in choice ? [[String(wish.port), choice.slot.localPort]] : [];
    }),
  );
}

/** The issues of ports that another listener of the load balancer already has. */
export function portConflicts(
  connection: Connection,
  { loadBalancerArn, ...wish }: ListenerPort & { readonly loadBalancerArn: string },
  path: string,
  claim: MakeClaim,
): Issue[] {
  const samePort = claim({ kind: "listenerPort", loadBalancerArn, port: wish.port }, path);
  if (samePort !== undefined) {
    return [
      problem(
        "KECS1007",
        `${path}.port`,
        `port "${wish.port}" of the load balancer belongs to ${samePort}`,
        "give each listener of a load balancer a port of its own",
      ),
    ];
  }
  const { localPort } = slotOf(connection, wish);
  const { instance } = connection;
  const service = claim({ kind: "slot", instance, localPort, use: "listener" }, path);
  if (service !== undefined) return [belongsTo(service, wish, localPort, path)];
  const sameLocal = claim({ kind: "localPort", loadBalancerArn, localPort }, path);
  if (sameLocal === undefined) return [];
  return [
    problem(
      "KECS1006",
      `${path}.port`,
      `port "${wish.port}" would answer on local port ${localPort}, as ${sameLocal} does`,
      "set localPort of one of the two to another port of the instance's range",
    ),
  ];
}

/** The issue of a listener whose local port leads to a service. */
export function belongsTo(
  owner: string,
  { port }: ListenerPort,
  localPort: number,
  path: string,
): Issue {
  return problem(
    "KECS1006",
    `${path}.port`,
    `port "${port}" would answer on local port ${localPort}, which belongs to ${owner}`,
    "set localPort to another port of the instance's range, or change the hostPort of the service's task definition",
  );
}
