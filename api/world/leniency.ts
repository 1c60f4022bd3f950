import { ofKind, type AwsObject, type World } from "./world";

/** Where an operation takes what AWS refuses, or does not do what AWS does; the pages print them. */
export interface Leniency {
  readonly operations: readonly string[];
  /** The field, or what a caller can do. */
  readonly what: string;
  readonly aws: string;
  readonly here: string;
  /** Where somebody asked for what has no effect here, and the instance holds that; `kecs status` tells. */
  readonly uses?: (world: World) => readonly LeniencyUse[];
}

/** An object, with the fields of it that have no effect here. */
export interface LeniencyUse {
  /** What it is, such as `load balancer`. */
  readonly what: string;
  readonly name: string;
  readonly fields: readonly string[];
}

/** The objects of one kind that this API made and that have not ended, as uses of a leniency. */
export function usesBy(
  { kind, what, nameOf }: UserKind,
  fieldsOf: (object: AwsObject, world: World) => readonly string[],
): NonNullable<Leniency["uses"]> {
  return (world) =>
    ofKind(world, kind)
      .filter(({ owner, attributes: { status = "ACTIVE" } }) => {
        return owner === "api" && status === "ACTIVE";
      })
      .map((object) => ({ what, name: nameOf(object), fields: fieldsOf(object, world) }));
}

/** A kind of records, and how its objects are called. */
export interface UserKind {
  readonly kind: string;
  readonly what: string;
  readonly nameOf: (object: AwsObject) => string;
}

/** The fields that have another value than AWS gives them by default; an empty list is none. */
export function givenFields(
  values: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): string[] {
  return Object.keys(defaults).filter((field) => {
    const value = values[field];
    const isEmpty =
      value === undefined || value === null || (Array.isArray(value) && value.length === 0);
    return !isEmpty && value !== defaults[field];
  });
}
