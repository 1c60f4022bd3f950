import type { FieldKind, FieldRow, Treatment, ValueCase } from "./fieldTable";

/** A field's kind as a spec writes it, with `!` where the field is required. */
type Kind = `${FieldKind}${"" | "!"}`;

/** A field: its kind alone where it is treated as the field around it, or as on AWS. */
export type FieldSpec = Kind | DetailedSpec;

interface DetailedSpec<K extends Kind = Kind, F = FieldSpecs | undefined> extends Partial<
  Omit<FieldRow, "path" | "kind" | "required" | "part">
> {
  readonly kind: K;
  readonly fields?: F;
}

/** The fields of an object by their names. */
export interface FieldSpecs {
  readonly [name: string]: FieldSpec;
}

/**
 * The fields of resolved arguments: the compiler wants every field of their type, at every depth
 * and of its kind. What AWS has beside them stands among them.
 */
export type SpecsOf<T> = FieldSpecs & { readonly [K in keyof T]-?: SpecOf<T[K]> };

/** An optional field is not required; a required one may leave its absence to a rule of its own. */
type SpecOf<V> = Described<Exclude<V, undefined>, undefined extends V ? "" : "" | "!">;

type Described<V, Mark extends "" | "!"> = [V] extends [boolean]
  ? Plain<"boolean", Mark>
  : [V] extends [number]
    ? Plain<"number", Mark>
    : [V] extends [string]
      ? Plain<"text", Mark>
      : [V] extends [string | number]
        ? Plain<"textOrNumber", Mark>
        : [V] extends [readonly string[]]
          ? Plain<"texts", Mark>
          : [V] extends [readonly (infer I)[]]
            ? Holding<"objects", Mark, I>
            : [V] extends [Readonly<Record<string, string>>]
              ? string extends keyof V
                ? Plain<"textMap", Mark>
                : Holding<"object", Mark, V>
              : Holding<"object", Mark, V>;

type Plain<K extends FieldKind, Mark extends "" | "!"> =
  `${K}${Mark}` | DetailedSpec<`${K}${Mark}`, undefined>;

type Holding<K extends FieldKind, Mark extends "" | "!", V> = DetailedSpec<
  `${K}${Mark}`,
  string extends keyof V ? FieldSpecs : SpecsOf<V>
> & { readonly fields: unknown };

interface Extra {
  readonly only?: ValueCase;
  readonly fields?: FieldSpecs;
}

/** An object, or a list of them, which is treated field by field. */
export function holding<const K extends Kind, const F extends FieldSpecs>(kind: K, fields: F) {
  return { kind, fields };
}

type Ignored<K> = Readonly<{ kind: K; treatment: "ignored"; here: string }>;

/** A field without effect, and why. */
export function ignored<const K extends Kind>(kind: K, here: string): Ignored<K>;
export function ignored<const K extends Kind, const More extends Extra>(
  kind: K,
  here: string,
  more: More,
): Ignored<K> & More;
export function ignored(kind: Kind, here: string, more: Extra = {}) {
  return { kind, treatment: "ignored", here, ...more };
}

type Refused<K> = Readonly<{ kind: K; treatment: "rejected"; here: string; instead: string }>;

/** A field that is refused: why, and what to do instead. */
export function refused<const K extends Kind>(kind: K, here: string, instead: string): Refused<K>;
export function refused<const K extends Kind, const More extends Extra>(
  kind: K,
  here: string,
  instead: string,
  more: More,
): Refused<K> & More;
export function refused(kind: Kind, here: string, instead: string, more: Extra = {}) {
  return { kind, treatment: "rejected", here, instead, ...more };
}

/** The rows of a spec, each field before those in it. */
export function rowsOfSpec(
  specs: FieldSpecs,
  around = "",
  inherited: Treatment = "supported",
): FieldRow[] {
  return Object.entries(specs).flatMap(([name, spec]) => {
    const { kind: text, fields = {}, ...said } = typeof spec === "string" ? { kind: spec } : spec;
    const path = `${around}${name}`;
    const kind = text.replace("!", "") as FieldKind;
    const treatment = said.treatment ?? inherited;
    const row: FieldRow = {
      path,
      kind,
      ...(text.endsWith("!") ? { required: true } : {}),
      here: "",
      ...said,
      treatment,
      ...(said.treatment === undefined ? { part: true } : {}),
    };
    return [row, ...rowsOfSpec(fields, `${path}${kind === "objects" ? "[]" : ""}.`, treatment)];
  });
}
