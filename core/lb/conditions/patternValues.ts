/** Either `values` or `regexValues`. */
export interface PatternValues {
  /** Patterns of 1 to 128 characters with AWS's wildcards. A change updates in place. */
  readonly values?: readonly string[] | undefined;
  /** Regular expressions in RE2's syntax, of 1 to 128 characters. A change updates in place. */
  readonly regexValues?: readonly string[] | undefined;
}

/** Values without patterns. */
export interface ListValues {
  /** One value at least. A change updates in place. */
  readonly values: readonly string[];
}

/**
 * `values` are patterns with AWS's wildcards `*` and `?`, `regexValues` regular expressions in RE2's
 * syntax; one of the two lists is empty.
 */
export interface Patterns {
  readonly values: readonly string[];
  readonly regexValues: readonly string[];
}
