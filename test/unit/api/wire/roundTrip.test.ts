import fc from "fast-check";

import type { NormalizedSchema } from "@smithy/core/schema";

import { findOperation, SERVICES } from "../../../../api/wire/services";
import { MODELS } from "../../../../api/wire/validate/model";
import { arbitraryShape, type Leaves } from "../../../helpers/api/arbitraryShape";
import { SdkClient, type ClientName } from "../../../helpers/api/sdkClients";

/* The SDK's own clients say what is right: they write each request, and read each answer. */

const OPERATIONS = Object.entries(MODELS).flatMap(([service, { operations }]) =>
  Object.keys(operations).map((operation) => [service as ClientName, operation] as const),
);

const ANY_TEXT = fc.string({ unit: "binary", maxLength: 20 });
const JSON_LEAVES: Leaves = { text: ANY_TEXT, blank: true };
// The client takes white space with a line break for the layout of the XML.
const XML_CHARACTERS = [
  "a",
  "Z",
  "0",
  " ",
  "+",
  "&",
  "=",
  "%",
  "<",
  ">",
  '"',
  "'",
  "é",
  "日",
  "😀",
  "\n",
];
const XML_TEXT = fc
  .string({ unit: fc.constantFrom(...XML_CHARACTERS), maxLength: 20 })
  .filter((text) => text === "" || text.trim() !== "");
const QUERY_LEAVES: Leaves = { text: XML_TEXT, blank: false };
/** A form of EC2's has nothing for an empty list. */
const EC2_INPUT: Leaves = { ...QUERY_LEAVES, emptyLists: false };

it.each(OPERATIONS)(
  "%s %s is read as sent, and its answer as written",
  async (service, operation) => {
    const { protocol } = SERVICES[service];
    const schemas = await findOperation(service, operation);
    if (schemas === undefined) throw new Error("not an operation of the SDK");
    const leaves = protocol.form === "json" ? JSON_LEAVES : QUERY_LEAVES;
    const of = (schema: NormalizedSchema, made: Leaves): fc.Arbitrary<object> =>
      arbitraryShape(schema, made) as fc.Arbitrary<object>;
    const input = of(schemas.input, service === "ec2" ? EC2_INPUT : leaves);
    let output: object = {};
    let received: unknown;
    const client = new SdkClient(service, (request) => {
      const parsed = protocol.parse(request);
      received = { operation: parsed.operation, ...parsed.readInput(schemas.input) };
      const body = protocol.writeOutput(operation, schemas.output, output, "id");
      return { status: 200, headers: { "content-type": protocol.contentType }, body };
    });
    await fc.assert(
      fc.asyncProperty(input, of(schemas.output, leaves), async (input, result) => {
        output = result;
        expect(await client.call(operation, input)).toEqual(result);
        expect(received).toEqual({ operation, input, unknown: [] });
      }),
      { numRuns: 4 },
    );
  },
);
