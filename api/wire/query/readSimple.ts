import type { NormalizedSchema } from "@smithy/core/schema";

import { isBase64 } from "../protocol/base64";
import { Refusal } from "../protocol/refusal";

const NUMBER = /^-?\d{1,19}(\.\d{1,19})?([eE][+-]?\d{1,3})?$/;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/** The value of one parameter. */
export function readSimple(schema: NormalizedSchema, text: string, name: string): unknown {
  if (schema.isStringSchema()) return text;
  if (schema.isBooleanSchema())
    return text === "true" || (text === "false" ? false : no("Boolean"));
  if (schema.isNumericSchema()) return NUMBER.test(text) ? safe(Number(text)) : no("Number");
  if (schema.isTimestampSchema()) return DATE_TIME.test(text) ? date(text) : no("Timestamp");
  return isBase64(text) ? Buffer.from(text, "base64") : no("Blob");

  function safe(number: number): number {
    return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : no("Number of that size");
  }

  function date(time: string): Date {
    const parsed = new Date(time);
    return Number.isNaN(parsed.getTime()) ? no("Timestamp") : parsed;
  }

  function no(kind: string): never {
    throw new Refusal(
      "malformedInput",
      `The value of '${name}' can not be converted to a ${kind}.`,
    );
  }
}
