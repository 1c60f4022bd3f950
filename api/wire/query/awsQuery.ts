import type { ErrorBody, Protocol } from "../protocol/protocol";
import { STRING, structureSchema } from "../protocol/schema";
import type { Output } from "./dialect";
import { formProtocol, type QueryService } from "./formProtocol";
import { render } from "./xml";

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

/** AWS Query: a form in, XML out. */
export function awsQuery(service: QueryService): Protocol {
  return formProtocol(service, {
    keyOf: (member, xmlName = member) => xmlName,
    hasFlatLists: false,
    outputXml,
    errorXml,
  });
}

/** `<XResponse>` around `<XResult>`, which is there for an operation without output, too. */
function outputXml({ operation, schema, output, requestId, xmlNamespace }: Output): string {
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

function errorXml(
  { code, message, fault }: ErrorBody,
  requestId: string,
  xmlNamespace: string,
): string {
  const Type = fault === "client" ? "Sender" : "Receiver";
  const error = { Error: { Type, Code: code, Message: message }, RequestId: requestId };
  return render(ERROR_RESPONSE, error, xmlNamespace);
}
