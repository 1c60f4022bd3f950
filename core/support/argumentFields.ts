import { problem, type Issue } from "../validate";
import type { Code } from "../validate/codes";
import { checkFields, type FieldIssues } from "./fieldCheck";
import { rowsOfSpec, type SpecsOf } from "./fieldSpec";
import { nestingIssues } from "./nesting";
import type { FieldRow } from "./fieldTable";
import { withoutNulls } from "./fieldWalk";
import { refuseFields, warnedFields } from "./fieldTreatment";

/** What is known of the fields of a component's arguments. */
export interface ArgumentFields {
  /** Of what they are the fields, such as "a target group". */
  readonly of: string;
  readonly rows: readonly FieldRow[];
  /** What a warning of fields without effect is. */
  readonly warning: { readonly code: Code; readonly hint?: string };
}

/** The fields of arguments whose resolved type is T, which the compiler holds them against. */
export function argumentFields<T>(
  of: string,
  warning: ArgumentFields["warning"],
  specs: SpecsOf<T>,
): ArgumentFields {
  return { of, rows: rowsOfSpec(specs), warning };
}

/** Without effect on a load balancer and what belongs to it. */
export const NO_EFFECT: ArgumentFields["warning"] = {
  code: "KECS1013",
  hint: "do not rely on them locally",
};

/**
 * Every problem of arguments of which nothing is known: a program without types may have brought
 * anything. Rules are asked once every field has the kind of value that they expect; null counts as
 * not given.
 */
export function validateArguments<T>(
  fields: ArgumentFields,
  values: unknown,
  path: string,
  rules: (values: T) => readonly Issue[],
): Issue[] {
  const { unknown, misshapen } = shapeIssues(fields, values, path);
  if (misshapen.length > 0) return [...unknown, ...misshapen];
  const nested = nestingIssues(values, path, () => false);
  if (nested.length > 0) return [...unknown, ...nested];
  const given = values as Readonly<Record<string, unknown>>;
  return [
    ...unknown,
    ...refuseFields(fields.rows, given, path),
    ...rules(withoutNulls(values) as T),
    ...warnOfIgnored(fields, given, path),
  ];
}

/**
 * The unknown fields and the values of another kind.
 *
 * @param isLater true for what is not known yet: it is not looked at
 */
export function shapeIssues(
  { of, rows }: ArgumentFields,
  values: unknown,
  path: string,
  isLater?: (value: unknown) => boolean,
): FieldIssues {
  return checkFields(rows, values, path, { of, ...(isLater === undefined ? {} : { isLater }) });
}

/** One warning of everything that is accepted and has no effect. */
function warnOfIgnored(
  { rows, warning }: ArgumentFields,
  values: Readonly<Record<string, unknown>>,
  path: string,
): Issue[] {
  const clauses = warnedFields(rows, values).map(({ path: field, here }) => `${field} (${here})`);
  if (clauses.length === 0) return [];
  const message = `without effect here: ${clauses.join(", ")}`;
  return [{ ...problem(warning.code, path, message, warning.hint), severity: "warning" }];
}
