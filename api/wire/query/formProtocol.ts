import type { Protocol } from "../protocol/protocol";
import { Refusal } from "../protocol/refusal";
import type { Dialect } from "./dialect";
import { fitQuery } from "./fitQuery";
import { readParameters } from "./parameters";
import { parameterTree } from "./parameterTree";

/** What every call has, whatever the operation: its name, and the signature of a presigned one. */
const COMMON =
  /^(Action|Version|X-Amz-(Algorithm|Credential|Date|Expires|SignedHeaders|Signature|Security-Token))$/;

export interface QueryService {
  readonly version: string;
  readonly xmlNamespace: string;
  /** The service's name on AWS's command line. */
  readonly command: string;
}

/** A protocol that takes a form and gives XML. */
export function formProtocol(
  { version, xmlNamespace, command }: QueryService,
  dialect: Dialect,
): Protocol {
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
          const input = fitQuery(schema, parameterTree(new Map(own)), { dialect, unknown });
          return { input: input as Readonly<Record<string, unknown>>, unknown };
        },
      };
    },
    writeOutput: (operation, schema, output, requestId) =>
      dialect.outputXml({ operation, schema, output, requestId, xmlNamespace }),
    writeError: (error, requestId) => dialect.errorXml(error, requestId, xmlNamespace),
  };
}
