import { problem, type Issue } from "../validate";

/** The arguments that a component reads: every one of its values, and the instance. */
export type UsedArguments<T> = Readonly<Record<keyof T | "connection", true>>;

/**
 * One warning that names all arguments that a component was given and does not read. The compiler
 * finds them where they are written, but not where they are spread, as arguments of `aws.lb` are.
 */
export function warnOfUnused<T extends object>(
  values: T,
  used: UsedArguments<T>,
  path: string,
): Issue[] {
  const names = Object.entries(values)
    .filter(([name, value]) => value !== undefined && value !== null && !Object.hasOwn(used, name))
    .map(([name]) => name);
  if (names.length === 0) return [];
  return [
    {
      ...problem(
        "KECS1013",
        path,
        `${names.join(", ")}: without effect here`,
        "do not rely on them locally",
      ),
      severity: "warning",
    },
  ];
}
