/** What becomes of a field here: as on AWS, by other means, nothing (and a warning), an error. */
export type Treatment = "supported" | "emulated" | "ignored" | "rejected";

/** What a field's value has to be. */
export type FieldKind =
  | "text"
  | "number"
  | "boolean"
  | "textOrNumber"
  | "texts"
  | "numbers"
  | "textMap"
  | "object"
  | "objects";

/**
 * A field of a component's arguments. The table of all of them decides what is accepted and what
 * is warned of, and is the one that the documentation shows.
 */
export interface FieldRow {
  /** Such as `containerDefinitions[].healthCheck.interval`. */
  readonly path: string;
  readonly kind: FieldKind;
  readonly required?: true;
  readonly treatment: Treatment;
  /** What happens here: a clause in lower case. */
  readonly here: string;
  /** What to do in the place of a refused field: an imperative clause. */
  readonly instead?: string;
  /** What to do with a text in the place of the value: an imperative clause. */
  readonly ofText?: string;
  /** The values that the row speaks of; every one that asks for something, where it is absent. */
  readonly only?: ValueCase;
  /** The row of the field around it says all; it has none of its own in the documentation. */
  readonly part?: true;
  /** The object may hold more fields than the table has. */
  readonly open?: true;
}

/** Some values of a field; `beside` is what stands next to it. */
export interface ValueCase {
  readonly text: string;
  readonly applies: (value: unknown, beside: Readonly<Record<string, unknown>>) => boolean;
}

/** The case of certain texts. */
export function among(...values: readonly string[]): ValueCase {
  return {
    text: values.map((value) => `"${value}"`).join(", "),
    applies: (value) => values.includes(value as string),
  };
}
