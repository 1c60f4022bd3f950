import type { Protocol } from "../protocol/protocol";
import { Refusal } from "../protocol/refusal";
import { fitQuery } from "./fitQuery";
import { readParameters } from "./parameters";
import { parameterTree } from "./parameterTree";
import { errorXml, outputXml } from "./xml";

/** What every call has, whatever the operation: its name, and the signature of a presigned one. */
const COMMON =
  /^(Action|Version|X-Amz-(Algorithm|Credential|Date|Expires|SignedHeaders|Signature|Security-Token))$/;

interface QueryService {
  readonly version: string;
  readonly xmlNamespace: string;
  /** The service's name on AWS's command line. */
  readonly command: string;
}

/** AWS Query: a form in, XML out. */
export function awsQuery({ version, xmlNamespace, command }: QueryService): Protocol {
  return {
    form: "query",
    contentType: "text/xml",
    parse: (request) => {
      const parameters = readParameters(request);
      const operation = parameters.get("Action");
      if (operation === undefined) {
        throw new Refusal("missingAction", "The request has no parameter Action.");
      }
      const asked = parameters.get("Version") ?? "";
      if (asked !== version) {
        const found = `Could not find operation ${operation} for version ${asked}`;
        throw new Refusal(
          "unknownOperation",
          `${found}; KECS knows version ${version}, which is "aws ${command}".`,
        );
      }
      return {
        operation,
        readInput: (schema) => {
          const own = [...parameters].filter(([name]) => !COMMON.test(name));
          const unknown: string[] = [];
          const input = fitQuery(schema, parameterTree(new Map(own)), unknown);
          return { input: input as Readonly<Record<string, unknown>>, unknown };
        },
      };
    },
    writeOutput: (operation, schema, output, requestId) =>
      outputXml({ operation, schema, output, requestId, xmlNamespace }),
    writeError: (error, requestId) => errorXml(error, requestId, xmlNamespace),
  };
}
