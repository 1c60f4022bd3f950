import type { Call } from "../wire/readRequest";
import { operationOf } from "./dispatch";
import type { Performer } from "./perform";

/**
 * Does what a call asks for.
 *
 * @throws AwsError for what AWS refuses, and for an operation that is not emulated
 */
export async function performCall(performer: Performer, call: Call): Promise<object> {
  const operation = operationOf(call.service, call.operation);
  const { input, region } = call;
  return call.isWaiter
    ? performer.performForWaiter(operation, input, region)
    : performer.perform(operation, input, region);
}
