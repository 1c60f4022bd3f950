import { problem, type Issue } from "../validate";
import type { FieldRow, Treatment } from "./fieldTable";
import { givenFields, isObject, type GivenField } from "./fieldWalk";

type Values = Readonly<Record<string, unknown>>;

/** Every field that is given and refused. */
export function refuseFields(table: readonly FieldRow[], values: Values, path: string): Issue[] {
  return givenFields(table, values).flatMap((field) =>
    treated(field, "rejected").map((row) =>
      problem("KECS1013", `${path}.${field.path}`, row.here, row.instead),
    ),
  );
}

/** One warning that lists all given fields that are done otherwise here, and what happens. */
export function warnOfFields(table: readonly FieldRow[], values: Values, path: string): Issue[] {
  const lines = warnedFields(table, values).map((row) => `${row.path}: ${row.here}`);
  if (lines.length === 0) return [];
  const message = ["works differently here than on ECS", ...lines].join("\n    ");
  return [
    {
      ...problem("KECS1023", path, message, "docs/ecs.md says what every field does here"),
      severity: "warning",
    },
  ];
}

/** The rows of all given fields that are warned of, in the table's order. */
export function warnedFields(table: readonly FieldRow[], values: Values): FieldRow[] {
  const rows = givenFields(table, values).flatMap((field) => treated(field, "ignored"));
  return table.filter((row) => rows.includes(row));
}

function treated({ rows, value, beside }: GivenField, treatment: Treatment): FieldRow[] {
  return rows.filter(
    (row) =>
      row.part !== true &&
      row.treatment === treatment &&
      (row.only === undefined ? asksForSomething(value) : row.only.applies(value, beside)),
  );
}

/** Empty lists and `false` say what is so anyway. */
function asksForSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isObject(value)) return Object.keys(value).length > 0;
  return value !== false;
}
