import { plainValue, plainOutermost } from "../../inputs/inputs";

/**
 * The host names of a rule's conditions that are plain values, in lower case:
 * each by itself, whatever else in the conditions is an Output.
 */
export function plainHosts(conditions: unknown): string[] {
  return listOf(conditions)
    .flatMap((condition) => listOf(fieldOf(fieldOf(condition, "hostHeader"), "values")))
    .map((value) => plainValue<unknown>(value))
    .filter((value) => typeof value === "string")
    .map((host) => host.toLowerCase());
}

function listOf(input: unknown): unknown[] {
  const list = plainOutermost(input);
  return Array.isArray(list) ? list : [];
}

function fieldOf(input: unknown, field: string): unknown {
  return (plainOutermost(input) as Record<string, unknown> | undefined)?.[field];
}
