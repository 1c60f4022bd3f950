import type { NormalizedSchema } from "@smithy/core/schema";

import { isBase64 } from "../protocol/base64";
import { Refusal } from "../protocol/refusal";

const MAXIMUM_SECONDS = 8.64e12;

/**
 * The part of a JSON value that a schema knows, in JSON's own types.
 *
 * @param at the value's place, such as `containerDefinitions[0].name`
 * @param unknown takes the places that the schema does not know
 * @throws Refusal where a type is another
 */
export function fitJson(
  schema: NormalizedSchema,
  value: unknown,
  at: string,
  unknown: string[],
): unknown {
  if (schema.isDocumentSchema()) return value;
  if (schema.isStructSchema() || schema.isUnitSchema()) {
    return structure(schema, object(value, at), at, unknown);
  }
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) throw mismatch(value, "a List", at);
    const member = schema.getValueSchema();
    return value.map((item, index) => fitJson(member, item, `${at}[${index}]`, unknown));
  }
  if (schema.isMapSchema()) {
    const member = schema.getValueSchema();
    return Object.fromEntries(
      Object.entries(object(value, at)).map(([key, item]) => [
        key,
        fitJson(member, item, `${at}.${key}`, unknown),
      ]),
    );
  }
  return simple(schema, value, at);
}

function structure(
  schema: NormalizedSchema,
  value: Readonly<Record<string, unknown>>,
  at: string,
  unknown: string[],
): unknown {
  const place = (name: string): string => (at === "" ? name : `${at}.${name}`);
  const left = new Set(Object.keys(value));
  const known: [string, unknown][] = [];
  for (const [name, member] of schema.structIterator()) {
    // JSON's null is a member that is not there.
    if (left.delete(name) && value[name] !== null) {
      known.push([name, fitJson(member, value[name], place(name), unknown)]);
    }
  }
  unknown.push(...[...left].map(place));
  return Object.fromEntries(known);
}

function simple(schema: NormalizedSchema, value: unknown, at: string): unknown {
  if (schema.isBooleanSchema()) return typed("boolean", "a Boolean", value, at);
  if (schema.isStringSchema()) return typed("string", "a String", value, at);
  if (schema.isBlobSchema()) {
    const text = typed("string", "a Blob", value, at) as string;
    if (isBase64(text)) return text;
    throw new Refusal("malformedInput", `The text ${where(at)} is not in Base64.`);
  }
  const number = typed("number", "a Number", value, at) as number;
  if (Math.abs(number) > (schema.isTimestampSchema() ? MAXIMUM_SECONDS : Number.MAX_SAFE_INTEGER)) {
    throw new Refusal("malformedInput", `The number ${where(at)} is too large.`);
  }
  return number;
}

function typed(type: string, wanted: string, value: unknown, at: string): unknown {
  if (typeof value !== type) throw mismatch(value, wanted, at);
  return value;
}

function object(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw mismatch(value, "a Structure or Map", at);
  }
  return value as Readonly<Record<string, unknown>>;
}

/** In AWS's words, and where it is. */
function mismatch(value: unknown, wanted: string, at: string): Refusal {
  if (Array.isArray(value)) return misplaced("list", at);
  if (typeof value === "object" && value !== null) return misplaced("structure or map", at);
  const kind = value === null ? "NULL" : typeof value === "boolean" ? value : typeof value;
  return new Refusal(
    "malformedInput",
    `${String(kind).toUpperCase()}_VALUE can not be converted to ${wanted} ${where(at)}.`,
  );
}

function misplaced(what: string, at: string): Refusal {
  return new Refusal("malformedInput", `Start of ${what} found where not expected ${where(at)}.`);
}

function where(at: string): string {
  return at === "" ? "in the body" : `at '${at}'`;
}
