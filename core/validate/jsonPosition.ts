import { visit } from "jsonc-parser";

/**
 * Where a text stops to be JSON, as line and column from 1; undefined where it is JSON. The
 * message of `JSON.parse` quotes the text, which can be secret.
 */
export function jsonPosition(text: string): { line: number; column: number } | undefined {
  const faults: { line: number; column: number }[] = [];
  visit(
    text,
    {
      onError: (_error, _offset, _length, line, column) =>
        faults.push({ line: line + 1, column: column + 1 }),
    },
    { disallowComments: true },
  );
  return faults[0];
}
