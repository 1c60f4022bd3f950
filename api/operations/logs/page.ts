import { keyIn, tokenOf } from "../pageToken";
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
  const before = nextToken === undefined ? undefined : placeIn(nextToken);
  const start = before === undefined ? 0 : sorted.findIndex((item) => keyOf(item) === before) + 1;
  const items = sorted.slice(start, start + limit);
  const last = items.at(-1);
  return last === undefined || start + limit >= sorted.length
    ? { items }
    : { items, nextToken: tokenOf(keyOf(last)) };
}

/** @throws AwsError for a token that was not given out here */
export function placeIn(token: string): string {
  const place = keyIn(token);
  if (place === undefined) throw invalid("The specified nextToken is invalid.");
  return place;
}
