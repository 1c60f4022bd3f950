import { keyIn, tokenOf } from "../pageToken";
import { invalid } from "./refuse";

/** What a caller says of the page that it wants. */
interface Wanted {
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}

interface Page<T> {
  readonly items: T[];
  readonly nextToken?: string;
}

interface Order<T> {
  /** No two items have the same; the items are in its order. */
  readonly keyOf: (item: T) => string;
  /** How many items a page has where the caller does not say. */
  readonly size: number;
  readonly isDescending?: boolean;
}

const MOST = 100;

/** A part of a list, which stays in order when items come and go between two pages. */
export function pageOf<T>(
  all: readonly T[],
  wanted: Wanted,
  { keyOf, size, isDescending = false }: Order<T>,
): Page<T> {
  const { maxResults = size } = wanted;
  if (!Number.isInteger(maxResults) || maxResults < 1 || maxResults > MOST) {
    throw invalid(`maxResults must be between 1 and ${MOST}.`);
  }
  const sign = isDescending ? -1 : 1;
  const compare = (a: string, b: string): number => sign * (a < b ? -1 : a > b ? 1 : 0);
  const after = wanted.nextToken === undefined ? undefined : placeIn(wanted.nextToken);
  const rest = all
    .filter((item) => after === undefined || compare(keyOf(item), after) > 0)
    .sort((a, b) => compare(keyOf(a), keyOf(b)));
  const items = rest.slice(0, maxResults);
  const last = items.at(-1);
  return rest.length > items.length && last !== undefined
    ? { items, nextToken: tokenOf(keyOf(last)) }
    : { items };
}

function placeIn(token: string): string {
  const place = keyIn(token);
  if (place === undefined) throw invalid("The nextToken is not valid.");
  return place;
}
