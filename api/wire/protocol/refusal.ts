/** Why a request gets no further than its protocol: HTTP status, and AWS's code in JSON and in Query. */
const REASONS = {
  accessDenied: [403, "AccessDeniedException", "AccessDenied"],
  unauthenticated: [403, "MissingAuthenticationTokenException", "MissingAuthenticationToken"],
  unknownOperation: [400, "UnknownOperationException", "InvalidAction"],
  missingAction: [400, "UnknownOperationException", "MissingAction"],
  malformedRequest: [400, "MalformedHttpRequestException", "MalformedHttpRequestException"],
  malformedQuery: [400, "MalformedHttpRequestException", "MalformedQueryString"],
  malformedInput: [400, "SerializationException", "MalformedInput"],
  timeout: [408, "RequestTimeoutException", "RequestTimeoutException"],
  tooLarge: [413, "RequestEntityTooLargeException", "RequestEntityTooLargeException"],
  unavailable: [503, "ServiceUnavailableException", "ServiceUnavailable"],
  withoutEffect: [400, "OperationHasNoEffectException", "OperationHasNoEffect"],
  fault: [500, "InternalFailure", "InternalFailure"],
} as const satisfies Readonly<Record<string, readonly [number, string, string]>>;

export type Reason = keyof typeof REASONS;

/** A request that is answered by its protocol, whatever it asks for. */
export class Refusal extends Error {
  constructor(
    readonly reason: Reason,
    message: string,
  ) {
    super(message);
    this.name = "Refusal";
  }

  get status(): number {
    return REASONS[this.reason][0];
  }

  code(form: "json" | "query"): string {
    return REASONS[this.reason][form === "json" ? 1 : 2];
  }
}

/** A request for what is not emulated here, and may be elsewhere. */
export class NotPartOfKecs extends Refusal {
  constructor(
    /** By its name in signatures, such as `s3`. */
    readonly service: string,
    what: string,
  ) {
    const way = "set KECS_AWS_UPSTREAM to the address of another emulator on this machine";
    super("unknownOperation", `${what} is not part of KECS; ${way} that has it.`);
    this.name = "NotPartOfKecs";
  }
}
