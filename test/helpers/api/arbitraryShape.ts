import type { NormalizedSchema } from "@smithy/core/schema";
import fc from "fast-check";

const DEEPEST = 5;
const YEAR_1970_TO_2100 = { min: new Date(0), max: new Date("2100-01-01T00:00:00Z") };

/** What a value of a schema is made of. */
export interface Leaves {
  readonly text: fc.Arbitrary<string>;
  /** A protocol that cannot say that a structure or map is there and empty has none. */
  readonly blank: boolean;
  /** A protocol that cannot say that a list is there and empty has none. */
  readonly emptyLists?: false;
}

/** Any value of a schema of the SDK. */
export function arbitraryShape(
  schema: NormalizedSchema,
  leaves: Leaves,
  depth = 0,
): fc.Arbitrary<unknown> {
  if (schema.isUnitSchema()) return fc.constant({});
  if (schema.isStructSchema()) return structure(schema, leaves, depth);
  if (schema.isListSchema()) {
    const item = arbitraryShape(schema.getValueSchema(), leaves, depth + 1);
    const minLength = leaves.emptyLists === false ? 1 : 0;
    return fc.array(item, { minLength, maxLength: depth >= DEEPEST ? minLength : 3 });
  }
  if (schema.isMapSchema()) {
    const item = arbitraryShape(schema.getValueSchema(), leaves, depth + 1);
    return fc.dictionary(leaves.text, item, {
      minKeys: leaves.blank ? 0 : 1,
      maxKeys: 3,
      noNullPrototype: true,
    });
  }
  return simple(schema, leaves);
}

function structure(
  schema: NormalizedSchema,
  leaves: Leaves,
  depth: number,
): fc.Arbitrary<Record<string, unknown>> {
  const members = [...schema.structIterator()].filter(
    ([, member], index) => depth < DEEPEST || index === 0 || isSimple(member),
  );
  const first = members.find(([, member]) => isSimple(member)) ?? members[0];
  const needed = leaves.blank || depth === 0 ? undefined : first;
  const requiredKeys = members
    .filter((entry) => entry === needed || entry[1].isIdempotencyToken())
    .map(([name]) => name);
  const record = Object.fromEntries(
    members.map(([name, member]) => [name, arbitraryShape(member, leaves, depth + 1)]),
  );
  if (!schema.isUnionSchema()) return fc.record(record, { requiredKeys });
  return fc.oneof(
    ...Object.entries(record).map(([name, value]) => value.map((one) => ({ [name]: one }))),
  );
}

function isSimple(schema: NormalizedSchema): boolean {
  return !schema.isStructSchema() && !schema.isListSchema() && !schema.isMapSchema();
}

function simple(schema: NormalizedSchema, { text }: Leaves): fc.Arbitrary<unknown> {
  if (schema.isStringSchema()) return text;
  if (schema.isBooleanSchema()) return fc.boolean();
  if (schema.isTimestampSchema()) return fc.date({ ...YEAR_1970_TO_2100, noInvalidDate: true });
  if (schema.isBlobSchema()) return fc.uint8Array({ maxLength: 20 });
  if (schema.isDocumentSchema()) return fc.dictionary(text, text, { noNullPrototype: true });
  return fc.oneof(
    fc.integer(),
    fc.maxSafeInteger(),
    fc.integer().map((n) => n / 1000),
  );
}
