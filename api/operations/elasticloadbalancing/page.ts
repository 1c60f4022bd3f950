import { AwsError } from "../../world/awsError";
import type { AwsObject } from "../../world/world";
import { keyIn, tokenOf } from "../pageToken";

/** What a caller says of the part of a list that it wants. */
interface PageInput {
  readonly Marker?: string | undefined;
  readonly PageSize?: number | undefined;
}

interface Page<Item> {
  readonly items: Item[];
  readonly next: { readonly NextMarker?: string };
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeLoadBalancers.html */
const LARGEST_PAGE = 400;

/** The place of an object among others: the oldest first, and by name where two are of one time. */
export function placeOf({ createdAt, key }: Pick<AwsObject, "createdAt" | "key">): string {
  return `${createdAt.toISOString()} ${key}`;
}

export function inOrder(objects: readonly AwsObject[]): AwsObject[] {
  return objects
    .map((object) => ({ object, place: placeOf(object) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ object }) => object);
}

/**
 * A part of a list, which is in the order of the items' places. The marker names the place of the last
 * item before, so that the next part is right whatever came and went in between.
 */
export function pageOf<Item>(
  items: readonly Item[],
  { Marker, PageSize = LARGEST_PAGE }: PageInput,
  place: (item: Item) => string,
): Page<Item> {
  const after = Marker === undefined ? undefined : placeIn(Marker);
  const rest = after === undefined ? items : items.filter((item) => place(item) > after);
  const page = rest.slice(0, PageSize);
  const last = page.at(-1);
  if (last === undefined || rest.length <= PageSize) return { items: page, next: {} };
  return { items: page, next: { NextMarker: tokenOf(place(last)) } };
}

function placeIn(marker: string): string {
  const place = keyIn(marker);
  if (place !== undefined) return place;
  throw new AwsError("ValidationError", `Marker '${marker}' is not one of an earlier answer`);
}
