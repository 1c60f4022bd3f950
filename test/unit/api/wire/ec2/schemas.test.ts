import * as sdk from "@aws-sdk/client-ec2";
import { NormalizedSchema } from "@smithy/core/schema";

import { EC2 } from "../../../../../api/wire/ec2/schemas";

/* AWS's own package, which is too large for users, says what is right; a newer one may have more. */

type Operation = readonly [9, string, string, number, never, never];

/** A schema in words: its kind, and what it is called in XML and, of a structure's member, in a form. */
function inWords(schema: NormalizedSchema, member?: string): unknown {
  const { xmlName, ec2QueryName } = schema.getMergedTraits();
  const ofMember = (xmlName ?? member)?.replace(/^./, (first) => first.toUpperCase());
  const names = { xmlName, inForm: member === undefined ? undefined : (ec2QueryName ?? ofMember) };
  if (schema.isStructSchema()) {
    const members = [...schema.structIterator()].map(([name, of]) => [name, inWords(of, name)]);
    return { ...names, name: schema.getName(), members: Object.fromEntries(members) as object };
  }
  if (schema.isListSchema()) return { ...names, items: inWords(schema.getValueSchema()) };
  return { ...names, simple: schema.getSchema() };
}

it.each(Object.entries(EC2) as [string, Operation][])(
  "%s has the shapes of @aws-sdk/client-ec2",
  (name, operation) => {
    const theirs = (sdk as unknown as Record<string, Operation>)[name];
    for (const part of [4, 5] as const) {
      const [mine, other] = [operation, theirs].map((of) =>
        inWords(NormalizedSchema.of(of?.[part] as never)),
      );
      expect(other).toMatchObject(mine as object);
    }
  },
);
