/** A part of a pattern: a character for itself, or one of AWS's wildcards. */
export type Token = { readonly is: string } | "one" | "any";

/** AWS's wildcards in a pattern without escapes. */
export function wildcards(pattern: string): Token[] {
  return Array.from(pattern, (character) => {
    if (character === "*") return "any";
    return character === "?" ? "one" : { is: character };
  });
}

/** AWS's wildcards in a pattern of a query, where a backslash makes them literal. */
export function escapedWildcards(pattern: string): Token[] {
  return (pattern.match(/\\[*?\\]|[^]/gu) ?? []).map((token) => {
    if (token === "*") return "any";
    if (token === "?") return "one";
    return { is: token.length === 2 && token.startsWith("\\") ? token.slice(1) : token };
  });
}

/** Whether a pattern covers a whole text, read token by token. */
export function covers(tokens: readonly Token[], text: readonly string[]): boolean {
  const [head, ...tail] = tokens;
  if (head === undefined) return text.length === 0;
  if (head === "any") {
    return covers(tail, text) || (text.length > 0 && covers(tokens, text.slice(1)));
  }
  if (text.length === 0) return false;
  return (head === "one" || head.is === text[0]) && covers(tail, text.slice(1));
}
