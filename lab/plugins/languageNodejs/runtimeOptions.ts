/** The options of `runtime:` in a Pulumi.yaml. */
export interface RuntimeOptions {
  readonly typescript: boolean;
  readonly tsconfig: string | undefined;
  readonly nodeargs: readonly string[];
}

/** Splits arguments as a shell would: by blanks, with quotes and backslashes. */
export function splitArguments(text: string): string[] {
  const parts = text.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/g) ?? [];
  return parts.map((part) =>
    part.replace(
      /\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'/g,
      (_, escaped?: string, double?: string, single?: string) =>
        escaped ?? double?.replace(/\\(["\\$`])/g, "$1") ?? single ?? "",
    ),
  );
}

function optional<T>(
  options: Readonly<Record<string, unknown>>,
  name: string,
  is: (value: unknown) => value is T,
  expected: string,
): T | undefined {
  const value = options[name];
  if (value === undefined) return undefined;
  if (!is(value)) throw new Error(`${name} option must be a ${expected}`);
  return value;
}

const isText = (value: unknown): value is string => typeof value === "string";
const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";

export function parseRuntimeOptions(options: Readonly<Record<string, unknown>>): RuntimeOptions {
  return {
    typescript: optional(options, "typescript", isBoolean, "boolean") ?? true,
    tsconfig: optional(options, "tsconfig", isText, "string"),
    nodeargs: splitArguments(optional(options, "nodeargs", isText, "string") ?? ""),
  };
}
