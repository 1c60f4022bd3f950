import { invalid } from "../refuse";

/** AWS describes a number of objects in one call at most. */
export function refuseTooMany(what: string, given: readonly unknown[], most: number): void {
  if (given.length > most) throw invalid(`${what} can have at most ${most} items.`);
}

/** AWS wants the name of at least one object. */
export function refuseNone(what: string, given: readonly unknown[]): void {
  if (given.length === 0) throw invalid(`${what} cannot be empty.`);
}
