import type { Protocol } from "../protocol/protocol";
import { STRING, structureSchema, type StructureSchema } from "../protocol/schema";
import type { Dialect } from "./dialect";
import { formProtocol, type QueryService } from "./formProtocol";
import { render } from "./xml";

const PROTOCOL = "kecs.wire";
const ERROR_RESPONSE = structureSchema(PROTOCOL, "Response", {
  Errors: structureSchema(PROTOCOL, "Errors", {
    Error: structureSchema(PROTOCOL, "Error", { Code: STRING, Message: STRING }),
  }),
  RequestID: STRING,
});
const REQUEST_ID = [STRING, { xmlName: "requestId" }];

/** https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html */
const EC2: Dialect = {
  keyOf: (member, xmlName = member) => xmlName.charAt(0).toUpperCase() + xmlName.slice(1),
  hasFlatLists: true,
  outputXml: ({ operation, schema, output, requestId, xmlNamespace }) => {
    const [, , , , names, members] = schema.getSchema() as unknown as StructureSchema;
    const response = structureSchema(PROTOCOL, `${operation}Response`, {
      RequestId: REQUEST_ID,
      ...Object.fromEntries(names.map((name, i) => [name, members[i]])),
    });
    return render(response, { ...output, RequestId: requestId }, xmlNamespace);
  },
  errorXml: ({ code, message }, requestId, xmlNamespace) => {
    const Errors = { Error: { Code: code, Message: message } };
    return render(ERROR_RESPONSE, { Errors, RequestID: requestId }, xmlNamespace);
  },
};

/** The protocol of EC2: a form in, XML out, with other names than those of AWS Query. */
export function ec2Query(service: QueryService): Protocol {
  return formProtocol(service, EC2);
}
