import { credentialScope } from "./credentialScope";
import type { Input, WireRequest } from "./protocol/protocol";
import { NotPartOfKecs, Refusal } from "./protocol/refusal";
import {
  findOperation,
  isService,
  SERVICES,
  type OperationSchemas,
  type ServiceName,
} from "./services";
import { throwIfInvalid } from "./validate/throwIfInvalid";

/** What a caller asks of an operation; its input fits AWS's model. */
export interface Call extends Input {
  readonly service: ServiceName;
  readonly operation: string;
  readonly region: string;
  /** Whether a client's waiter asks, and will ask again after a pause. */
  readonly isWaiter: boolean;
}

export interface ReadCall {
  readonly call: Call;
  readonly schemas: OperationSchemas;
}

/**
 * @throws Refusal for a request that is no call of an operation of AWS
 * @throws AwsError for an input that AWS's model refuses
 */
export async function readRequest(request: WireRequest): Promise<ReadCall> {
  const { service, region } = credentialScope(request);
  if (!isService(service)) throw new NotPartOfKecs(service, service);
  const { operation, readInput } = SERVICES[service].protocol.parse(request);
  const schemas = await findOperation(service, operation);
  if (schemas === undefined) throw unknownOperation(service, operation);
  const { input, unknown } = readInput(schemas.input);
  throwIfInvalid(service, operation, input);
  return {
    call: { service, operation, region, input, unknown, isWaiter: isOfWaiter(request) },
    schemas,
  };
}

/** AWS's clients say in their user agent which of their features made a call; B is a waiter. */
function isOfWaiter({ headers }: WireRequest): boolean {
  const features = /(?:^|\s)m\/([A-Za-z0-9+,-]{1,200})(?:\s|$)/.exec(headers["user-agent"] ?? "");
  return features?.[1]?.split(",").includes("B") === true;
}

function unknownOperation(service: ServiceName, operation: string): Refusal {
  const name = operation.slice(0, 128);
  return "elsewhere" in SERVICES[service]
    ? new NotPartOfKecs(service, `${name} of ${service}`)
    : new Refusal("unknownOperation", `${service} has no operation ${name}.`);
}
