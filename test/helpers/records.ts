import { readRecords, type Records } from "../../core/records/records";
import type { Deployment } from "./deploy";

/** What kubectl prints of the records that a program made. */
export function recordsJson(made: Deployment): string {
  return JSON.stringify({
    items: made.ofType("kubernetes:core/v1:ConfigMap").map(({ inputs }) => inputs),
  });
}

/** The records that a program made. */
export function recordsOf(made: Deployment): Records {
  return readRecords(recordsJson(made));
}
