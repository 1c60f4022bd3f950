import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../../core/connection";
import { endpointsOf, type Endpoint, type Published } from "../../../core/ecs/pod/endpoints";
import { serviceEndpoints } from "../../../core/ecs/service/endpoints";
import type { ServiceModel } from "../../../core/ecs/service/manifests";
import { claimingPort, endpointConflicts, recordedOwner } from "../../../core/localPorts/conflicts";
import { endpointOwners, listenerOwners } from "../../../core/localPorts/owners";
import { rangeOf } from "../../../core/ports/range";
import { KecsError, problem, type Issue } from "../../../core/validate";
import { isOwnStack } from "../../controlPlane/stackOfProgram";
import { showWarnings } from "../../base/validated";
import { claim } from "../../controlPlane/claims";
import { refuse } from "../../controlPlane/program";
import { recordsOf } from "../../controlPlane/records";
import { plainValue } from "../../inputs/inputs";

/** Every port that there is: what of them an instance publishes is known later. */
const ANY = { start: 1, end: 65535 };

/** Which local ports can lead to a service, before anything resolves. */
export function possibleEndpoints(
  published: readonly Published[],
  connection: pulumi.Input<Connection>,
): Endpoint[] {
  const plain = plainValue<Connection>(connection);
  return endpointsOf(published, plain === undefined ? ANY : rangeOf(plain));
}

/** The issues of local ports that something else of the program has. */
export function claimEndpoints(
  connection: Connection,
  endpoints: readonly Endpoint[],
  path: string,
): Issue[] {
  const ownerOf = claimingPort(claim, connection, path);
  return endpointConflicts(endpoints, ownerOf, `${path}.taskDefinition`);
}

/**
 * Refuses local ports that lead to something of another stack or of AWS's API.
 *
 * @throws KecsError KECS1006 where one does
 */
export async function refuseTakenPorts(
  connection: Connection,
  endpoints: readonly Endpoint[],
  path: string,
): Promise<void> {
  if (endpoints.length === 0) return;
  const listed = await recordsOf(connection.instance);
  if (listed.kind !== "records") return;
  const { objects } = listed.records;
  const owners = [...endpointOwners(objects), ...listenerOwners(objects, connection)];
  const ownerOf = recordedOwner(owners, ({ stack }) => !isOwnStack(stack));
  const issues = endpointConflicts(endpoints, ownerOf, `${path}.taskDefinition`);
  if (issues.length > 0) throw refuse(new KecsError(issues));
}

/** Tells of local ports that turned out to be asked for when it was too late to make them. */
export function warnOfLateEndpoints(
  model: ServiceModel,
  known: readonly Endpoint[],
  path: string,
): void {
  const late = serviceEndpoints(model).filter(
    ({ localPort }) => !known.some((of) => of.localPort === localPort),
  );
  showWarnings(
    late.map(({ localPort, containerName }) => ({
      ...problem(
        "KECS1023",
        `${path}.taskDefinition`,
        `hostPort "${localPort}" of container "${containerName}" has no effect: it is only known later, and decides which resources there are`,
        "write the containers' names and portMappings as plain values, and pass the arn output of the task definition as it is",
      ),
      severity: "warning",
    })),
  );
}
