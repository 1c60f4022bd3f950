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
  /** What becomes of it, where its value decides. */
  readonly cases?: readonly SpecCase[];
}

/** Some values of a field, and what becomes of them. */
type SpecCase = Pick<FieldRow, "treatment" | "here" | "instead"> & { readonly only: ValueCase };

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
          : [V] extends [readonly number[]]
            ? Plain<"numbers", Mark>
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
  readonly ofText?: string;
  readonly fields?: FieldSpecs;
}

/** An object, or a list of them, which is treated field by field. */
export function holding<const K extends Kind, const F extends FieldSpecs>(kind: K, fields: F) {
  return { kind, fields };
}

type Treated<K, T extends Treatment> = Readonly<{ kind: K; treatment: T; here: string }>;

/** A field that does the same as on AWS: what that is here. */
export function supported<const K extends Kind>(kind: K, here: string): Treated<K, "supported">;
export function supported<const K extends Kind, const More extends Extra>(
  kind: K,
  here: string,
  more: More,
): Treated<K, "supported"> & More;
export function supported(kind: Kind, here: string, more: Extra = {}) {
  return { kind, treatment: "supported", here, ...more };
}

/** A field that does the same by other means: by which. */
export function emulated<const K extends Kind>(kind: K, here: string): Treated<K, "emulated">;
export function emulated<const K extends Kind, const More extends Extra>(
  kind: K,
  here: string,
  more: More,
): Treated<K, "emulated"> & More;
export function emulated(kind: Kind, here: string, more: Extra = {}) {
  return { kind, treatment: "emulated", here, ...more };
}

/** A field whose value decides what becomes of it. */
export function byValue<const K extends Kind>(kind: K, ...cases: readonly SpecCase[]) {
  return { kind, cases };
}

/** A field without effect, and why. */
export function ignored<const K extends Kind>(kind: K, here: string): Treated<K, "ignored">;
export function ignored<const K extends Kind, const More extends Extra>(
  kind: K,
  here: string,
  more: More,
): Treated<K, "ignored"> & More;
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
    const {
      kind: text,
      fields = {},
      cases = [],
      ...said
    } = typeof spec === "string" ? { kind: spec } : spec;
    const path = `${around}${name}`;
    const kind = text.replace("!", "") as FieldKind;
    const treatment = said.treatment ?? inherited;
    const field = { path, kind, ...(text.endsWith("!") ? { required: true as const } : {}) };
    if (cases.length > 0) return cases.map((of) => ({ ...field, ...of }));
    const row: FieldRow = {
      ...field,
      here: "",
      ...said,
      treatment,
      ...(said.treatment === undefined ? { part: true } : {}),
    };
    return [row, ...rowsOfSpec(fields, `${path}${kind === "objects" ? "[]" : ""}.`, treatment)];
  });
}
