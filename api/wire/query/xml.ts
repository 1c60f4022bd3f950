import { XmlShapeSerializer } from "@aws-sdk/core/protocols";
import { NormalizedSchema } from "@smithy/core/schema";

import type { ErrorBody } from "../protocol/protocol";
import { DATE_TIME, STRING, structureSchema, type Schema } from "../protocol/schema";
import { asXmlText } from "./xmlCharacters";

const PROTOCOL = "kecs.wire";
const METADATA = structureSchema(PROTOCOL, "ResponseMetadata", { RequestId: STRING });
const ERROR = structureSchema(PROTOCOL, "Error", {
  Type: STRING,
  Code: STRING,
  Message: STRING,
});
const ERROR_RESPONSE = structureSchema(PROTOCOL, "ErrorResponse", {
  Error: ERROR,
  RequestId: STRING,
});

interface Output {
  readonly operation: string;
  readonly schema: NormalizedSchema;
  readonly output: object;
  readonly requestId: string;
  readonly xmlNamespace: string;
}

/** `<XResponse>` around `<XResult>`, which is there for an operation without output, too. */
export function outputXml({ operation, schema, output, requestId, xmlNamespace }: Output): string {
  const result = `${operation}Result`;
  const response = structureSchema(PROTOCOL, `${operation}Response`, {
    [result]: schema.ref,
    ResponseMetadata: METADATA,
  });
  return render(
    response,
    { [result]: output, ResponseMetadata: { RequestId: requestId } },
    xmlNamespace,
  );
}

export function errorXml(
  { code, message, fault }: ErrorBody,
  requestId: string,
  xmlNamespace: string,
): string {
  const Type = fault === "client" ? "Sender" : "Receiver";
  const error = { Error: { Type, Code: code, Message: message }, RequestId: requestId };
  return render(ERROR_RESPONSE, error, xmlNamespace);
}

function render(schema: Schema, value: object, xmlNamespace: string): string {
  const serializer = new XmlShapeSerializer({
    xmlNamespace,
    serviceNamespace: PROTOCOL,
    timestampFormat: { useTrait: true, default: DATE_TIME },
  });
  serializer.write(NormalizedSchema.of(schema), value);
  return asXmlText(serializer.flush() as string);
}
