import { invalid } from "./refuse";

/** What a caller says of the page that it wants. */
interface Wanted {
  readonly nextToken?: string | undefined;
  readonly limit?: number | undefined;
}

const MOST = 50;

/** A part of a list in the order of its keys; no two items have the same key. */
export function pageOf<T>(
  sorted: readonly T[],
  { nextToken, limit = MOST }: Wanted,
  keyOf: (item: T) => string,
): { readonly items: readonly T[]; readonly nextToken?: string } {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) {
    throw invalid(`limit must be between 1 and ${MOST}.`);
  }
  const before = nextToken === undefined ? undefined : keyIn(nextToken);
  const start = before === undefined ? 0 : sorted.findIndex((item) => keyOf(item) === before) + 1;
  const items = sorted.slice(start, start + limit);
  const last = items.at(-1);
  return last === undefined || start + limit >= sorted.length
    ? { items }
    : { items, nextToken: tokenOf(keyOf(last)) };
}

const MARK = "kecs:";

/** A token that holds a text. */
export function tokenOf(text: string): string {
  return Buffer.from(`${MARK}${text}`).toString("base64url");
}

/** The text that a token holds. */
export function keyIn(token: string): string {
  const text = Buffer.from(token, "base64url").toString();
  if (!text.startsWith(MARK) || tokenOf(text.slice(MARK.length)) !== token) {
    throw invalid("The specified nextToken is invalid.");
  }
  return text.slice(MARK.length);
}
