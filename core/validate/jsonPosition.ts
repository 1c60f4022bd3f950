const TOKEN =
  // JSON allows no control characters in a text.
  // eslint-disable-next-line no-control-regex
  /[[\]{},:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** What can come next: a value (or the end of an empty list), a key, and so on. */
type Expected = "value" | "firstItem" | "firstKey" | "key" | "colon" | "rest" | "end";

/**
 * Where a text stops to be JSON, as line and column from 1; undefined where it is JSON. The
 * message of `JSON.parse` quotes the text, which can be secret.
 */
export function jsonPosition(text: string): { line: number; column: number } | undefined {
  const open: string[] = [];
  let expected: Expected = "value";
  let at = 0;
  for (;;) {
    at += blanks(text, at);
    if (at === text.length) return expected === "end" ? undefined : position(text, at);
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    const next: Expected | undefined =
      token === undefined ? undefined : step(token, expected, open);
    if (token === undefined || next === undefined) return position(text, at);
    expected = next;
    at += token.length;
  }
}

function step(token: string, expected: Expected, open: string[]): Expected | undefined {
  const after = () => (open.length === 0 ? "end" : "rest");
  switch (expected) {
    case "end":
      return undefined;
    case "colon":
      return token === ":" ? "value" : undefined;
    case "key":
      return token.startsWith('"') ? "colon" : undefined;
    case "firstKey":
      if (token !== "}") return token.startsWith('"') ? "colon" : undefined;
      open.pop();
      return after();
    case "rest":
      if (token === ",") return open.at(-1) === "{" ? "key" : "value";
      if (token !== (open.at(-1) === "{" ? "}" : "]")) return undefined;
      open.pop();
      return after();
    case "firstItem":
      if (token === "]") {
        open.pop();
        return after();
      }
      return value(token, open, after);
    case "value":
      return value(token, open, after);
  }
}

function value(token: string, open: string[], after: () => Expected): Expected | undefined {
  if (token === "[" || token === "{") {
    open.push(token);
    return token === "[" ? "firstItem" : "firstKey";
  }
  return "]},:".includes(token) ? undefined : after();
}

const BLANKS = /[ \t\n\r]*/y;

function blanks(text: string, at: number): number {
  BLANKS.lastIndex = at;
  return BLANKS.exec(text)?.[0].length ?? 0;
}

function position(text: string, at: number): { line: number; column: number } {
  const lines = text.slice(0, at).split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}
