import type { MakeClaim } from "../claims";
import type { Connection } from "../connection";
import type { Endpoint } from "../ecs/pod/endpoints";
import { belongsTo, slotOf } from "../lb/listener/ports";
import type { ListenerPort } from "../ports/localPort";
import { problem, type Issue } from "../validate";
import type { PortOwner } from "./owners";

/* A local port of the range leads to one service, or else to listeners, which tell hosts apart. */

/** The issues of local ports that lead to something else already. */
export function endpointConflicts(
  endpoints: readonly Endpoint[],
  ownerOf: (localPort: number) => string | undefined,
  path: string,
): Issue[] {
  return endpoints.flatMap(({ localPort, containerName }) => {
    const owner = ownerOf(localPort);
    return owner === undefined
      ? []
      : [
          problem(
            "KECS1006",
            path,
            `hostPort "${localPort}" of container "${containerName}" is a local port that belongs to ${owner}`,
            "choose another hostPort of the instance's range, or leave it out of the task definition",
          ),
        ];
  });
}

/** The issue of a listener whose local port leads to a service by the records. */
export function listenerConflict(
  connection: Connection,
  wish: ListenerPort,
  ownerOf: (localPort: number) => string | undefined,
  path: string,
): Issue[] {
  const { localPort } = slotOf(connection, wish);
  const owner = ownerOf(localPort);
  return owner === undefined ? [] : [belongsTo(owner, wish, localPort, path)];
}

/** Finds the owner of a service's local port within a program, and makes it the asker's if there is none. */
export function claimingPort(
  claim: MakeClaim,
  { instance }: Pick<Connection, "instance">,
  asker: string,
): (localPort: number) => string | undefined {
  return (localPort) => claim({ kind: "slot", instance, localPort, use: "service" }, asker);
}

/** Finds the owner of a local port among those that records tell of. */
export function recordedOwner(
  owners: readonly PortOwner[],
  isOther: (owner: PortOwner) => boolean,
): (localPort: number) => string | undefined {
  return (localPort) => owners.find((of) => of.localPort === localPort && isOther(of))?.name;
}
