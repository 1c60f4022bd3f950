import { invalid } from "./refuse";

const MOST_EVENTS = 10_000;

/** How many events an answer may have. */
export function limitOf({ limit = MOST_EVENTS }: { readonly limit?: number | undefined }): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_EVENTS) {
    throw invalid(`limit must be between 1 and ${MOST_EVENTS}.`);
  }
  return limit;
}
