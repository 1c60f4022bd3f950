/** Shorter values are left: they are words of any text. */
const LEAST_LENGTH = 4;
/** Of a value with several lines each line of this length is struck as well: logs have lines. */
const LEAST_LINE = 8;

const MARK = "[secret]";

/** A text without those secret values: as they are, and in base64. */
export function redact(text: string, values: readonly string[]): string {
  const forms = [...new Set(values.flatMap(formsOf))].sort((a, b) => b.length - a.length);
  if (forms.length === 0) return text;
  return text.replace(new RegExp(forms.map(escaped).join("|"), "g"), MARK);
}

function formsOf(value: string): string[] {
  if (value.length < LEAST_LENGTH) return [];
  const base64 = Buffer.from(value).toString("base64");
  const lines = value.split(/\r?\n/).filter((line) => line.length >= LEAST_LINE);
  return [value, base64, base64.replace(/=+$/, ""), ...lines];
}

function escaped(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
