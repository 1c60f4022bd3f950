import { JsonShapeDeserializer2, JsonShapeSerializer2 } from "@aws-sdk/core/protocols";

import type { Input, Protocol } from "../protocol/protocol";
import { Refusal } from "../protocol/refusal";
import { EPOCH_SECONDS } from "../protocol/schema";
import { fitJson } from "./fitJson";
import { parseJsonText } from "./jsonText";

type Json = Parameters<JsonShapeDeserializer2["readObject"]>[1];

const CONTENT_TYPE = "application/x-amz-json-1.1";
const SETTINGS = {
  timestampFormat: { useTrait: true, default: EPOCH_SECONDS },
  jsonName: false,
} as const;

/**
 * AWS JSON 1.1.
 *
 * @param targetPrefix what stands before the operation in `X-Amz-Target`
 */
export function awsJson(targetPrefix: string): Protocol {
  return {
    form: "json",
    contentType: CONTENT_TYPE,
    parse: ({ method, path, headers, body }) => {
      if (method !== "POST" || path !== "/") {
        throw new Refusal("malformedRequest", "A call of this service is a POST of /.");
      }
      if (headers["content-type"]?.split(";")[0]?.trim().toLowerCase() !== CONTENT_TYPE) {
        throw new Refusal("unknownOperation", `The Content-Type is not ${CONTENT_TYPE}.`);
      }
      const [prefix, operation = "", ...rest] = String(headers["x-amz-target"] ?? "").split(".");
      if (prefix !== targetPrefix || rest.length > 0) {
        throw new Refusal("unknownOperation", `X-Amz-Target does not begin with ${targetPrefix}.`);
      }
      return {
        operation,
        readInput: (schema) => {
          const unknown: string[] = [];
          const known = fitJson(schema, parseJsonText(body), "", unknown);
          const deserializer = new JsonShapeDeserializer2(SETTINGS);
          const input = deserializer.readObject(schema, known as Json) as Input["input"];
          return { input, unknown };
        },
      };
    },
    writeOutput: (_operation, schema, output) => {
      if (schema.isUnitSchema()) return "";
      const serializer = new JsonShapeSerializer2(SETTINGS);
      serializer.write(schema, output);
      return new TextDecoder().decode(serializer.flush());
    },
    writeError: ({ code, message }) => JSON.stringify({ __type: code, message }),
  };
}
