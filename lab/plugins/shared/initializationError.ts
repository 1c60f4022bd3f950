import { status } from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import type { PropertyMap } from "./properties";

/** The resource exists, yet it is not what was asked for: it stays in the state, marked. */
export class InitializationError extends Error {
  constructor(
    readonly id: string,
    readonly properties: PropertyMap,
    readonly inputs: PropertyMap,
    readonly reasons: readonly string[],
  ) {
    super(reasons.join("\n"));
  }
}

/** The form in which gRPC carries it to the engine. */
export function initializationDetails(error: InitializationError): Buffer {
  const failed = new ErrorResourceInitFailed();
  failed.setId(error.id);
  failed.setProperties(Struct.fromJavaScript(error.properties));
  failed.setInputs(Struct.fromJavaScript(error.inputs));
  failed.setReasonsList([...error.reasons]);
  const detail = new Any();
  detail.pack(failed.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const message = new Status();
  message.setCode(status.UNKNOWN);
  message.setMessage(error.message);
  message.addDetails(detail);
  return Buffer.from(message.serializeBinary());
}
