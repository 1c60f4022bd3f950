import { secretForms } from "./secretForms";

const MARK = "[secret]";
/** So much of a secret's beginning gives it away where the rest was cut off. */
const LEAST_BEGINNING = 8;
const CUT = /…|\.\.\./g;

/**
 * A text without those secret values, in whatever form another program writes them: see
 * `secretForms`. Where a text was cut off behind the beginning of a value (it says so with `…` or
 * `...`) that beginning is struck too.
 *
 * Values of one to three characters stay: they are parts of any text, and without them no message
 * could be read. Nothing here throws, whatever the values hold.
 */
export function redact(text: string, values: readonly string[]): string {
  return redactor(values)(text);
}

/** The same for many texts. */
export function redactor(values: readonly string[]): (text: string) => string {
  const forms = [...new Set(values.flatMap(secretForms))].sort((a, b) => b.length - a.length);
  return (text) => {
    let parts = [text];
    for (const form of forms) parts = parts.flatMap((part) => part.split(form));
    return parts.map((part) => withoutCut(part, forms)).join(MARK);
  };
}

/** A part of a text without what is left of a secret in front of each mark of a cut. */
function withoutCut(part: string, forms: readonly string[]): string {
  let clean = "";
  let from = 0;
  for (const { index } of part.matchAll(CUT)) {
    const before = part.slice(from, index);
    const left = Math.max(0, ...forms.map((form) => beginningAtEnd(before, form)));
    clean += left === 0 ? before : `${before.slice(0, before.length - left)}${MARK}`;
    from = index;
  }
  return clean + part.slice(from);
}

/** How many characters of a form's beginning a text ends with; 0 where they give nothing away. */
function beginningAtEnd(text: string, form: string): number {
  if (form.length <= LEAST_BEGINNING) return 0;
  const beginning = form.slice(0, LEAST_BEGINNING);
  for (let at = text.indexOf(beginning); at !== -1; at = text.indexOf(beginning, at + 1)) {
    if (form.startsWith(text.slice(at))) return text.length - at;
  }
  return 0;
}
