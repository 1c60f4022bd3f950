import type { Filter } from "@aws-sdk/client-ec2";
import { AwsError } from "../../world/awsError";

/** What an object has of each field that it can be filtered by, under the field's names. */
export type Filterable<T> = Readonly<Record<string, (of: T) => readonly (string | undefined)[]>>;

/** No object of KECS's has tags, so that no filter on them finds one. */
const TAGS = /^tag(:.*|-key|-value)?$/;

/**
 * Those objects that fit all filters, each with any of its values.
 *
 * @throws AwsError for a filter that the objects do not have
 */
export function filtered<T>(
  objects: readonly T[],
  filters: readonly Filter[] | undefined,
  fields: Filterable<T>,
): T[] {
  return (filters ?? []).reduce<T[]>(
    (left, { Name = "null", Values = [] }) => {
      const patterns = Values.map(toPattern);
      const valuesOf = Object.hasOwn(fields, Name) ? fields[Name] : undefined;
      if (valuesOf === undefined && !TAGS.test(Name)) throw invalidFilter(Name);
      return left.filter((object) =>
        (valuesOf?.(object) ?? []).some((value) =>
          patterns.some((pattern) => value !== undefined && pattern.test(value)),
        ),
      );
    },
    [...objects],
  );
}

function invalidFilter(name: string): AwsError {
  return new AwsError("InvalidParameterValue", `The filter '${name}' is invalid`);
}

/** `*` stands for any characters, `?` for one, and a backslash takes that from the next. */
function toPattern(value: string): RegExp {
  const source = value.replaceAll(/\\[*?\\]|[*?]|[^\w]/g, (part) => {
    if (part === "*") return ".*";
    if (part === "?") return ".";
    return `\\${part.slice(-1)}`;
  });
  return new RegExp(`^${source}$`, "s");
}
