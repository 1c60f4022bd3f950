import { textAt } from "./kubeObject";
import type { PropertyMap } from "../shared/properties";

/** The API server answered, and refused. */
export class ApiError extends Error {
  readonly reason: string;

  constructor(
    readonly code: number,
    readonly status: PropertyMap,
  ) {
    super(textAt(status, "message") || `the API server answered ${code}`);
    this.reason = textAt(status, "reason");
  }

  /** "not found" said about something of this kind (in the plural). */
  isNotFoundOf(kind: string): boolean {
    return this.code === 404 && textAt(this.status, "details", "kind") === kind;
  }
}

/** The API server did not answer. */
export class UnreachableError extends Error {}

/** The API server knows no such kind; its definition may still be on the way. */
export class NoSuchKindError extends Error {
  constructor(apiVersion: string, kind: string) {
    super(`no matches for kind "${kind}" in version "${apiVersion}"`);
  }
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.code === 404;
}

export function isAlreadyExists(error: unknown): boolean {
  return error instanceof ApiError && error.reason === "AlreadyExists";
}

/** A conflict between field managers, as against one between versions of an object. */
export function isConflict(error: unknown): boolean {
  return error instanceof ApiError && error.reason === "Conflict";
}

export function isImmutableField(error: unknown): boolean {
  return (
    error instanceof ApiError &&
    error.reason === "Invalid" &&
    error.message.includes("field is immutable")
  );
}
