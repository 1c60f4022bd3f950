import type { NormalizedSchema } from "@smithy/core/schema";

/** A schema in the form in which the SDK's packages have it. */
export type Schema = Parameters<(typeof NormalizedSchema)["of"]>[0];

/** That of a structure: names and schemas of its members come last. */
export type StructureSchema = readonly [
  3,
  string,
  string,
  unknown,
  readonly string[],
  readonly unknown[],
];

/* The SDK's numbers for simple schemas; its table of their names is deprecated. */
export const STRING = 0;
export const DATE_TIME = 5;
export const EPOCH_SECONDS = 7;

/** The schema of a structure that no package of the SDK has. */
export function structureSchema(
  namespace: string,
  name: string,
  members: Readonly<Record<string, unknown>>,
): Schema {
  return [3, namespace, name, 0, Object.keys(members), Object.values(members)] as Schema;
}
