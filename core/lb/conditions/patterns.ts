import { problem, type Issue } from "../../validate";
import { quoted } from "../../text/quoted";
import type { Patterns, PatternValues } from "./patternValues";
import { validateRegularExpression } from "./regularExpression";

/** What patterns may be given as. */
export const PATTERN_FIELDS = { values: "texts", regexValues: "texts" } as const;

/** Each of a list of values, and that there is one. */
export function validateValues(
  values: readonly string[] | undefined,
  path: string,
  validate: (value: string, path: string) => Issue[],
): Issue[] {
  if (values === undefined || values.length === 0) {
    return [
      problem("KECS1009", path, "a condition needs a value", "give a value, or drop the condition"),
    ];
  }
  return values.flatMap((value, i) =>
    isText(value)
      ? validate(value, `${path}[${i}]`)
      : [problem("KECS1009", `${path}[${i}]`, "the value is missing", "give a text")],
  );
}

/** Programs without types, and Outputs of any, can bring anything. */
function isText(value: unknown): value is string {
  return typeof value === "string";
}

/**
 * Patterns or regular expressions, one of the two.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
export function validatePatterns(
  { values, regexValues }: PatternValues,
  path: string,
  validate: (value: string, path: string) => Issue[],
  validateExpression = validateRegularExpression,
): Issue[] {
  const plain = values === undefined && regexValues !== undefined ? [] : [values];
  const expressions = regexValues === undefined ? [] : [regexValues];
  const issues = [
    ...plain.flatMap((list) => validateValues(list, `${path}.values`, validate)),
    ...expressions.flatMap((list) =>
      validateValues(list, `${path}.regexValues`, validateExpression),
    ),
  ];
  if (values === undefined || regexValues === undefined) return issues;
  return [
    problem(
      "KECS1015",
      path,
      "values and regexValues exclude each other",
      "make two rules of it, or express the values as regular expressions",
    ),
    ...issues,
  ];
}

/** How many values there are of either kind; programs without types may leave out the list. */
export function countValues({ values = [], regexValues = [] }: PatternValues): number {
  return values.length + regexValues.length;
}

/** A question mark in a regular expression is none. */
export function countWildcards(texts: readonly string[] = []): number {
  return texts.join("").replace(/[^*?]/g, "").length;
}

/** Patterns and expressions as people read them. */
export function patternTexts({ values, regexValues }: Patterns): string[] {
  return [...values.map(quoted), ...regexValues.map((value) => `the expression ${quoted(value)}`)];
}
