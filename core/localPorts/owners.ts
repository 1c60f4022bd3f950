import { serviceAttributes, hasEnded } from "../ecs/service/record";
import { nameFromArn } from "../arn";
import type { Connection } from "../connection";
import { planOf } from "../lb/listener/ports";
import { recordedListener } from "../lb/listener/record";
import { chooseSlot } from "../ports/localPort";
import { API_STACK } from "../records/others";
import type { ObjectRecord } from "../records/records";

/** What a local port of an instance leads to, by the records. */
export interface PortOwner {
  readonly localPort: number;
  readonly arn: string;
  readonly stack: string;
  /** How errors call it. */
  readonly name: string;
}

/** Services to which local ports lead. */
export function endpointOwners(objects: readonly ObjectRecord[]): PortOwner[] {
  return ofKind(objects, "svc").flatMap((record) => {
    const attributes = serviceAttributes(record);
    const { arn, stack } = record;
    const name = `service "${attributes.name}" ${maker(stack)}`;
    return hasEnded(attributes)
      ? []
      : (attributes.endpoints ?? []).map(({ localPort }) => ({ localPort, arn, stack, name }));
  });
}

/** Listeners with the local ports on which they answer; one that the range has no port for has none. */
export function listenerOwners(
  objects: readonly ObjectRecord[],
  connection: Connection,
): PortOwner[] {
  return ofKind(objects, "listener").flatMap((record) => {
    const { values } = recordedListener(record, connection);
    const choice = chooseSlot(planOf(connection), values, "listener");
    if ("issue" in choice) return [];
    const { arn, stack } = record;
    const alb = nameFromArn("listener", arn) ?? "";
    const name = `listener "${alb}:${values.port}" ${maker(stack)}`;
    return [{ localPort: choice.slot.localPort, arn, stack, name }];
  });
}

function maker(stack: string): string {
  return stack === API_STACK ? "of AWS's API" : `of stack ${stack}`;
}

function ofKind(objects: readonly ObjectRecord[], kind: string): ObjectRecord[] {
  return objects.filter((object) => object.kind === kind);
}
