import type { FieldRow } from "./fieldTable";

type Fields = Readonly<Record<string, unknown>>;

/** A field that is given: its rows, its value, and the object that it stands in. */
export interface GivenField {
  /** As the user wrote it, with indexes. */
  readonly path: string;
  readonly rows: readonly FieldRow[];
  readonly value: unknown;
  readonly beside: Fields;
}

/** Every given field that the table knows, outermost first; values of another kind end the walk. */
export function givenFields(table: readonly FieldRow[], values: Fields): GivenField[] {
  return fieldsOf(table, "", values, "");
}

function fieldsOf(
  table: readonly FieldRow[],
  around: string,
  values: Fields,
  path: string,
): GivenField[] {
  const named = byName(rowsOf(table, around));
  return Object.entries(values).flatMap(([name, value]) => {
    const rows = named.get(name) ?? [];
    const [row] = rows;
    if (row === undefined || value === undefined || value === null) return [];
    const at = path === "" ? name : `${path}.${name}`;
    const inside =
      row.kind === "objects" && Array.isArray(value)
        ? value.flatMap((item: unknown, i) =>
            isObject(item) ? fieldsOf(table, `${row.path}[]`, item, `${at}[${i}]`) : [],
          )
        : row.kind === "object" && isObject(value)
          ? fieldsOf(table, row.path, value, at)
          : [];
    return [{ path: at, rows, value, beside: values }, ...inside];
  });
}

const rowsByTable = new WeakMap<readonly FieldRow[], Map<string, readonly FieldRow[]>>();

/** The rows of the fields directly inside of a field; "" for the outermost ones. */
export function rowsOf(table: readonly FieldRow[], around: string): readonly FieldRow[] {
  const known = rowsByTable.get(table) ?? new Map<string, readonly FieldRow[]>();
  rowsByTable.set(table, known);
  const rows = known.get(around) ?? rowsInside(table, around === "" ? "" : `${around}.`);
  known.set(around, rows);
  return rows;
}

function rowsInside(table: readonly FieldRow[], start: string): FieldRow[] {
  return table.filter(
    ({ path }) => path.startsWith(start) && !path.slice(start.length).includes("."),
  );
}

const namedOf = new WeakMap<readonly FieldRow[], ReadonlyMap<string, readonly FieldRow[]>>();

function byName(rows: readonly FieldRow[]): ReadonlyMap<string, readonly FieldRow[]> {
  const known = namedOf.get(rows);
  if (known !== undefined) return known;
  const names = [...new Set(rows.map(nameOf))];
  const named = new Map(names.map((name) => [name, rows.filter((row) => nameOf(row) === name)]));
  namedOf.set(rows, named);
  return named;
}

/** A field's own name. */
export function nameOf({ path }: Pick<FieldRow, "path">): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

export function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The same without what is null: JSON has it where nothing is meant. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, of]) => of !== null && of !== undefined)
      .map(([key, of]) => [key, withoutNulls(of)]),
  );
}
