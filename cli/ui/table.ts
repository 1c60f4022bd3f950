import { printable } from "../../core/text/printable";

/** A table as text: columns as wide as their widest cell, two blanks between them. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  heading: (text: string) => string = (text) => text,
): string {
  const clean = rows.map((row) => row.map(cell));
  const titles = head.map(cell);
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...clean.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [heading(line(titles)), ...clean.map(line)].join("\n");
}

/** A cell can hold a name or an answer of another program; it is one line. */
function cell(text: string): string {
  return printable(text).replaceAll("\n", " ");
}
