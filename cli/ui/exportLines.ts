import { singleQuoted } from "../../core/text/shellQuote";

/**
 * Lines for a shell's `eval`; a PATH that grew is written so that it grows whatever is there.
 *
 * @param removals what a shell must not have any more
 */
export function exportLines(
  variables: Readonly<Record<string, string>>,
  searchPath: string,
  removals: readonly string[] = [],
): string {
  const exports = Object.entries(variables).map(([name, value]) =>
    name === "PATH"
      ? `export PATH=${grown(value, searchPath)}`
      : `export ${name}=${singleQuoted(value)}`,
  );
  return [...removals.map((name) => `unset ${name}`), ...exports].join("\n");
}

function grown(value: string, before: string): string {
  if (before !== "" && value.endsWith(`:${before}`)) {
    return `${singleQuoted(value.slice(0, -before.length - 1))}:"$PATH"`;
  }
  if (before !== "" && value.startsWith(`${before}:`)) {
    return `"$PATH":${singleQuoted(value.slice(before.length + 1))}`;
  }
  return singleQuoted(value);
}
