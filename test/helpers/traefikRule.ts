/** A rule of Traefik as a tree, as its parser reads it. */
export type Tree =
  | { readonly matcher: string; readonly values: readonly string[] }
  | { readonly op: "||" | "&&"; readonly of: readonly Tree[] }
  | { readonly not: Tree };

/**
 * Reads an expression as Traefik does, which hands it to Go's own parser of expressions: calls of
 * matchers with string literals, `!` before `&&` before `||`, and parentheses.
 */
export function parseRule(rule: string): Tree {
  const tokens = tokenize(rule);
  let at = 0;
  const eat = (token: string) => {
    if (tokens[at]?.text !== token) throw new SyntaxError(`no ${token} at token ${at}: ${rule}`);
    at += 1;
  };
  const chain = (op: "||" | "&&", operand: () => Tree): Tree => {
    const of = [operand()];
    while (tokens[at]?.text === op) {
      at += 1;
      of.push(operand());
    }
    const [only] = of;
    return of.length === 1 && only !== undefined ? only : { op, of };
  };
  const or = (): Tree => chain("||", and);
  const and = (): Tree => chain("&&", unary);
  const unary = (): Tree => {
    const token = tokens[at];
    if (token?.text === "!") {
      at += 1;
      return { not: unary() };
    }
    if (token?.text === "(") {
      at += 1;
      const inner = or();
      eat(")");
      return inner;
    }
    if (token === undefined || !/^[A-Z][A-Za-z]*$/.test(token.text)) {
      throw new SyntaxError(`no matcher at token ${at}: ${rule}`);
    }
    at += 1;
    eat("(");
    const values: string[] = [];
    for (;;) {
      const { value } = tokens[at] ?? {};
      if (value === undefined) throw new SyntaxError(`no value at token ${at}: ${rule}`);
      values.push(value);
      at += 1;
      if (tokens[at]?.text !== ",") break;
      at += 1;
    }
    eat(")");
    return { matcher: token.text, values };
  };
  const tree = or();
  if (at !== tokens.length) throw new SyntaxError(`more than an expression: ${rule}`);
  return tree;
}

interface Token {
  readonly text: string;
  /** Of a string literal. */
  readonly value?: string;
}

function tokenize(rule: string): Token[] {
  const tokens: Token[] = [];
  let rest = rule;
  while (rest !== "") {
    const [text] =
      /^(?:`[^`]*`|"(?:[^"\\\n]|\\[^])*"|[A-Za-z]+|\|\||&&|[!(),]|[ \t]+)/.exec(rest) ?? [];
    if (text === undefined) throw new SyntaxError(`no token: ${rest}`);
    if (text.startsWith("`")) tokens.push({ text: "", value: raw(text) });
    else if (text.startsWith('"')) tokens.push({ text: "", value: interpreted(text) });
    else if (text.trim() !== "") tokens.push({ text });
    rest = rest.slice(text.length);
  }
  return tokens;
}

/** Go refuses NUL, halves of surrogate pairs and byte order marks in its source. */
function legal(source: string): string {
  if (/[\0\p{Cs}\ufeff]/u.test(source)) throw new SyntaxError("an illegal character");
  return source;
}

/** A raw literal has no escapes, and loses its carriage returns. */
function raw(text: string): string {
  return legal(text.slice(1, -1)).replaceAll("\r", "");
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  '"': '"',
};

function interpreted(text: string): string {
  return legal(text.slice(1, -1)).replace(
    /\\(?:u([0-9a-f]{4})|([^]))/gi,
    (escape, hex: string | undefined, letter: string | undefined) => {
      const value = hex === undefined ? ESCAPES[letter ?? ""] : fromHex(hex);
      if (value === undefined) throw new SyntaxError(`no escape: ${escape}`);
      return value;
    },
  );
}

function fromHex(hex: string): string | undefined {
  const code = Number.parseInt(hex, 16);
  return code >= 0xd800 && code <= 0xdfff ? undefined : String.fromCharCode(code);
}
