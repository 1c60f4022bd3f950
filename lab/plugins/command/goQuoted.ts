const short: Readonly<Record<string, string>> = {
  "\x07": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
  "\\": "\\\\",
  '"': '\\"',
};
const special = /["\\]|[^ \p{L}\p{M}\p{N}\p{P}\p{S}]/gu;

/** A text in double quotes as Go's `%q` writes it, and so the real provider. */
export function goQuoted(text: string): string {
  return `"${text.replace(special, (sign) => short[sign] ?? escaped(sign))}"`;
}

function escaped(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const digits = code.toString(16);
  if (code < 0x80) return `\\x${digits.padStart(2, "0")}`;
  return code > 0xffff ? `\\U${digits.padStart(8, "0")}` : `\\u${digits.padStart(4, "0")}`;
}
