import type { Resolved } from "../../../core/lb/listener/model";
import { slotOf } from "../../../core/lb/listener/ports";
import { listenerConflict, recordedOwner } from "../../../core/localPorts/conflicts";
import { endpointOwners } from "../../../core/localPorts/owners";
import { KecsError } from "../../../core/validate";
import { isOwnStack } from "../../controlPlane/stackOfProgram";
import { refuse } from "../../controlPlane/program";
import { recordsOf } from "../../controlPlane/records";

/**
 * Refuses a listener whose local port leads to a service of another stack or of AWS's API. Only ports of
 * the range can.
 *
 * @throws KecsError KECS1006 where it does
 */
export async function refuseTakenPort(of: Resolved, path: string): Promise<void> {
  const { connection } = of;
  if (slotOf(connection, of).role !== "range") return;
  const listed = await recordsOf(connection.instance);
  if (listed.kind !== "records") return;
  const ownerOf = recordedOwner(
    endpointOwners(listed.records.objects),
    ({ stack }) => !isOwnStack(stack),
  );
  const issues = listenerConflict(connection, of, ownerOf, path);
  if (issues.length > 0) throw refuse(new KecsError(issues));
}
