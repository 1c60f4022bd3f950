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

/** Holds arguments of which nothing is known against the table of their fields. */
export function checkFields(
  table: readonly FieldRow[],
  values: Readonly<Record<string, unknown>>,
  path: string,
): FieldIssues {
  const found = checkObject(table, "", values, path);
  return {
    unknown: found.filter(({ unknown }) => unknown).map(({ issue }) => issue),
    misshapen: found.filter(({ unknown }) => !unknown).map(({ issue }) => issue),
  };
}

interface Finding {
  readonly issue: Issue;
  readonly unknown: boolean;
}

function checkObject(
  table: readonly FieldRow[],
  around: string,
  values: Readonly<Record<string, unknown>>,
  path: string,
): Finding[] {
  const rows = new Map(rowsOf(table, around).map((row) => [nameOf(row), row]));
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  const names = new Set(given.map(([name]) => name));
  return [
    ...[...rows.values()]
      .filter((row) => row.required === true && !names.has(nameOf(row)))
      .map((row) => missing(`${path}.${nameOf(row)}`)),
    ...given.flatMap(([name, value]) => {
      const row = rows.get(name);
      const at = `${path}.${name}`;
      return row === undefined
        ? [unknownField(at, name, [...rows.keys()])]
        : checkValue(table, row, value, at);
    }),
  ];
}

function checkValue(
  table: readonly FieldRow[],
  row: FieldRow,
  value: unknown,
  path: string,
): Finding[] {
  const [item, form] = KINDS[row.kind];
  if (form === "one") return checkItem(table, row.path, item, value, path);
  if (form === "map") {
    if (!isObject(value)) return [wrongKind(path, value, "an object of texts")];
    return Object.entries(value).flatMap(([key, of]) =>
      checkItem(table, row.path, item, of, `${path}.${key}`),
    );
  }
  if (!Array.isArray(value)) {
    return [wrongKind(path, value, "a list", typeof value === "string" ? row.ofText : undefined)];
  }
  return value.flatMap((of: unknown, i) =>
    checkItem(table, `${row.path}[]`, item, of, `${path}[${i}]`),
  );
}

type Item = "text" | "number" | "boolean" | "object";

const KINDS: Readonly<Record<FieldKind, readonly [Item, "one" | "list" | "map"]>> = {
  text: ["text", "one"],
  number: ["number", "one"],
  boolean: ["boolean", "one"],
  object: ["object", "one"],
  texts: ["text", "list"],
  numbers: ["number", "list"],
  objects: ["object", "list"],
  textMap: ["text", "map"],
};

const NAMES: Readonly<Record<Item, string>> = {
  text: "a text",
  number: "a number",
  boolean: "true or false",
  object: "an object",
};

function checkItem(
  table: readonly FieldRow[],
  around: string,
  item: Item,
  value: unknown,
  path: string,
): Finding[] {
  if (item === "object") {
    return isObject(value)
      ? checkObject(table, around, value, path)
      : [wrongKind(path, value, NAMES.object)];
  }
  const fits =
    item === "number"
      ? Number.isFinite(value)
      : typeof value === (item === "text" ? "string" : item);
  return fits ? [] : [wrongKind(path, value, NAMES[item])];
}

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
  if (typeof value === "boolean") return NAMES.boolean;
  if (typeof value === "number") return Number.isFinite(value) ? NAMES.number : "no finite number";
  return isObject(value) ? NAMES.object : "nothing";
}

function unknownField(path: string, name: string, names: readonly string[]): Finding {
  const near = closest(name, names);
  const hint =
    near === undefined ? `the fields are ${names.join(", ")}` : `did you mean "${near}"?`;
  return { issue: problem("KECS1024", path, "is no field that ECS knows", hint), unknown: true };
}
