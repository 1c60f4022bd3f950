const SPECIAL = /[\\.+*?()|[\]{}^$]/;
const PRINTABLE = /^[ -_a-~]$/;

/** A character as a regular expression in RE2's syntax that matches it alone, in plain ASCII. */
export function escapeCharacter(character: string): string {
  if (PRINTABLE.test(character)) return SPECIAL.test(character) ? `\\${character}` : character;
  const whole = character.replace(/\p{Cs}/u, "\ufffd");
  return `\\x{${(whole.codePointAt(0) ?? 0).toString(16)}}`;
}

/**
 * A pattern with AWS's wildcards as a regular expression: `*` is any run of characters, also none,
 * and `?` exactly one. Traefik does not anchor expressions, `matchWhole` does.
 */
export function globExpression(pattern: string, escape = escapeCharacter): string {
  return pattern.replace(/[^]/gu, (character) => {
    if (character === "*") return ".*";
    return character === "?" ? "." : escape(character);
  });
}

/** Anchors an expression at both ends; a `.` in it takes line breaks too. */
export function matchWhole(expression: string, compare: "any case" | "this case"): string {
  return `(?${compare === "any case" ? "i" : ""}s)^${expression}$`;
}
