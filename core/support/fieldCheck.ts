import { closest } from "../text/closest";
import { problem, type Issue } from "../validate";
import type { FieldKind, FieldRow } from "./fieldTable";
import { isObject, nameOf, rowsOf } from "./fieldWalk";

/** What is wrong with the fields of arguments, each with its exact path. */
export interface FieldIssues {
  readonly unknown: readonly Issue[];
  /** Missing fields, and values of another kind: who reads the values would stumble over them. */
  readonly misshapen: readonly Issue[];
}

/** What the fields are checked for. */
export interface FieldContext {
  /** Of what they are the fields, such as "a target group". */
  readonly of: string;
  /** True for a value that is not known yet: it is not looked at. */
  readonly isLater?: (value: unknown) => boolean;
}

/** Holds arguments of which nothing is known against the table of their fields. */
export function checkFields(
  table: readonly FieldRow[],
  values: unknown,
  path: string,
  context: FieldContext,
): FieldIssues {
  const found = isObject(values)
    ? checkObject({ ...context, table }, "", values, path)
    : [wrongKind(path, values, NAMES.object)];
  return {
    unknown: found.filter(({ unknown }) => unknown).map(({ issue }) => issue),
    misshapen: found.filter(({ unknown }) => !unknown).map(({ issue }) => issue),
  };
}

/**
 * The issue of arguments that are no object: a program without types may have passed anything, or
 * nothing at all.
 *
 * @param required a field that they would need
 */
export function argumentsIssues(args: unknown, required: string, path: string): Issue[] {
  if (isObject(args)) return [];
  const isAbsent = args === undefined || args === null;
  return [(isAbsent ? missing(`${path}.${required}`) : wrongKind(path, args, NAMES.object)).issue];
}

interface Check extends FieldContext {
  readonly table: readonly FieldRow[];
}

interface Finding {
  readonly issue: Issue;
  readonly unknown: boolean;
}

function checkObject(
  check: Check,
  around: string,
  values: Readonly<Record<string, unknown>>,
  path: string,
  isOpen = false,
): Finding[] {
  const rows = new Map(rowsOf(check.table, around).map((row) => [nameOf(row), row]));
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  const names = new Set(given.map(([name]) => name));
  return [
    ...[...rows.values()]
      .filter((row) => row.required === true && !names.has(nameOf(row)))
      .map((row) => missing(`${path}.${nameOf(row)}`)),
    ...given.flatMap(([name, value]) => {
      const row = rows.get(name);
      const at = `${path}.${name}`;
      if (row !== undefined) return checkValue(check, row, value, at);
      return isOpen ? [] : [unknownField(at, name, [...rows.keys()], check.of)];
    }),
  ];
}

function checkValue(check: Check, row: FieldRow, value: unknown, path: string): Finding[] {
  if (check.isLater?.(value) === true) return [];
  const [item, form] = KINDS[row.kind];
  if (form === "one") return checkItem(check, { around: row.path, item, row }, value, path);
  if (form === "map") {
    if (!isObject(value)) return [wrongKind(path, value, "an object of strings")];
    return Object.entries(value).flatMap(([key, of]) =>
      checkItem(check, { around: row.path, item, row }, of, `${path}.${key}`),
    );
  }
  if (!Array.isArray(value)) {
    return [wrongKind(path, value, "a list", typeof value === "string" ? row.ofText : undefined)];
  }
  return Array.from<unknown>(value).flatMap((of, i) =>
    checkItem(check, { around: `${row.path}[]`, item, row }, of, `${path}[${i}]`),
  );
}

type Item = "text" | "number" | "boolean" | "object" | "textOrNumber";

const KINDS: Readonly<Record<FieldKind, readonly [Item, "one" | "list" | "map"]>> = {
  text: ["text", "one"],
  number: ["number", "one"],
  boolean: ["boolean", "one"],
  textOrNumber: ["textOrNumber", "one"],
  object: ["object", "one"],
  texts: ["text", "list"],
  numbers: ["number", "list"],
  objects: ["object", "list"],
  textMap: ["text", "map"],
};

const NAMES: Readonly<Record<Item, string>> = {
  text: "a string",
  number: "a number",
  boolean: "true or false",
  object: "an object",
  textOrNumber: "a string or a number",
};

function checkItem(
  check: Check,
  { around, item, row }: { readonly around: string; readonly item: Item; readonly row: FieldRow },
  value: unknown,
  path: string,
): Finding[] {
  if (check.isLater?.(value) === true) return [];
  if (item === "object") {
    return isObject(value)
      ? checkObject(check, around, value, path, row.open)
      : [wrongKind(path, value, NAMES.object)];
  }
  return FITS[item](value) ? [] : [wrongKind(path, value, NAMES[item])];
}

const FITS: Readonly<Record<Exclude<Item, "object">, (value: unknown) => boolean>> = {
  text: (value) => typeof value === "string",
  number: (value) => Number.isFinite(value),
  boolean: (value) => typeof value === "boolean",
  textOrNumber: (value) => typeof value === "string" || Number.isFinite(value),
};

function missing(path: string): Finding {
  return { issue: problem("KECS1009", path, "is missing", "give it a value"), unknown: false };
}

/** Tells no value: it could be secret, and the kind says what is wrong. */
function wrongKind(
  path: string,
  value: unknown,
  wanted: string,
  hint = `write ${wanted}`,
): Finding {
  const message = `is ${nameOfKind(value)}, not ${wanted}`;
  return { issue: problem("KECS1024", path, message, hint), unknown: false };
}

function nameOfKind(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return NAMES.text;
  if (typeof value === "boolean") return "a boolean";
  if (typeof value === "number")
    return Number.isFinite(value) ? NAMES.number : "NaN or an infinity";
  if (isObject(value)) return NAMES.object;
  return value === undefined || value === null ? "nothing" : `a ${typeof value}`;
}

function unknownField(path: string, name: string, names: readonly string[], of: string): Finding {
  const near = closest(name, names);
  const hint =
    near === undefined ? `the fields are ${names.join(", ")}` : `did you mean "${near}"?`;
  return { issue: problem("KECS1024", path, `is not a field of ${of}`, hint), unknown: true };
}
