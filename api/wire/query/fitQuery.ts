import type { NormalizedSchema } from "@smithy/core/schema";

import { Refusal } from "../protocol/refusal";
import type { Dialect } from "./dialect";
import type { ParameterTree } from "./parameterTree";
import { readSimple } from "./readSimple";

interface Fitting {
  readonly dialect: Pick<Dialect, "keyOf" | "hasFlatLists">;
  /** Takes the names that the schema does not know. */
  readonly unknown: string[];
}

/**
 * The value that parameters say, as a schema has it.
 *
 * @throws Refusal where they say none
 */
export function fitQuery(schema: NormalizedSchema, tree: ParameterTree, fitting: Fitting): unknown {
  if (schema.isStructSchema() || schema.isUnitSchema()) return structure(schema, tree, fitting);
  if (schema.isListSchema()) {
    const member = schema.getValueSchema();
    const name = member.getMergedTraits().xmlName ?? "member";
    const items = fitting.dialect.hasFlatLists ? inOrder(tree) : numbered(tree, name);
    return items.map((item) => fitQuery(member, item, fitting));
  }
  if (schema.isMapSchema()) return map(schema, tree, fitting);
  if (tree.below.size > 0 || tree.value === undefined) {
    throw malformed(tree, "is a simple value and has no members");
  }
  return readSimple(schema, tree.value, tree.name);
}

function structure(
  schema: NormalizedSchema,
  tree: ParameterTree,
  fitting: Fitting,
): Readonly<Record<string, unknown>> {
  withoutValue(tree);
  const left = new Map(tree.below);
  const known: [string, unknown][] = [];
  for (const [name, member] of schema.structIterator()) {
    const key = fitting.dialect.keyOf(name, member.getMergedTraits().xmlName);
    const below = left.get(key);
    left.delete(key);
    if (below !== undefined) known.push([name, fitQuery(member, below, fitting)]);
  }
  fitting.unknown.push(...[...left.values()].map(({ name }) => name));
  return Object.fromEntries(known);
}

function map(schema: NormalizedSchema, tree: ParameterTree, fitting: Fitting): unknown {
  const entries = numbered(tree, "entry").map((entry): [string, unknown] => {
    const [key, value] = [entry.below.get("key"), entry.below.get("value")];
    if (key?.value === undefined || value === undefined || entry.below.size > 2) {
      throw malformed(entry, "is not a key and a value");
    }
    return [key.value, fitQuery(schema.getValueSchema(), value, fitting)];
  });
  if (new Set(entries.map(([key]) => key)).size < entries.length) {
    throw malformed(tree, "has a key twice");
  }
  return Object.fromEntries(entries);
}

/** What stands below `<name>.1`, `<name>.2` and so on; `List=` is the empty list. */
function numbered(tree: ParameterTree, name: string): readonly ParameterTree[] {
  withoutValue(tree);
  if (tree.below.size === 0) return [];
  const items = tree.below.get(name);
  if (items === undefined || items.value !== undefined || tree.below.size > 1) {
    throw malformed(tree, `is not a list of ${name}.1, ${name}.2 and so on`);
  }
  return inOrder(items);
}

function inOrder(items: ParameterTree): readonly ParameterTree[] {
  withoutValue(items);
  return Array.from({ length: items.below.size }, (_, index) => {
    const item = items.below.get(String(index + 1));
    if (item === undefined) throw malformed(items, `has no number ${index + 1}`);
    return item;
  });
}

function withoutValue(tree: ParameterTree): void {
  if (tree.value !== undefined && (tree.value !== "" || tree.below.size > 0)) {
    throw malformed(tree, "is not a simple value");
  }
}

function malformed({ name }: ParameterTree, what: string): Refusal {
  return new Refusal("malformedInput", `The parameter '${name}' ${what}.`);
}
