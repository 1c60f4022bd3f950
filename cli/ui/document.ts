import type { Issue } from "../../core/validate";
import { printableJson } from "../../core/text/printable";

/** The one document that --json prints; within a version fields are only added. */
export interface JsonDocument {
  readonly schemaVersion: 1;
  readonly ok: boolean;
  readonly result: unknown;
  readonly issues: readonly Issue[];
}

export function success(result: unknown): JsonDocument {
  return { schemaVersion: 1, ok: true, result, issues: [] };
}

/** The document of a command that has a result, and found something wrong. */
export function flawed(result: unknown, issues: readonly Issue[]): JsonDocument {
  return { schemaVersion: 1, ok: false, result, issues };
}

export function failure(issues: readonly Issue[]): JsonDocument {
  return { schemaVersion: 1, ok: false, result: null, issues };
}

export function render(document: JsonDocument): string {
  return printableJson(JSON.stringify(document, null, 2));
}
