import type { Patterns, PatternValues } from "../patternValues";

export interface PathPatternField {
  /**
   * Paths of 1 to 128 characters, with `*` and `?`. Letter case counts; the query is no part of it.
   *
   * Locally: percent-escapes of unreserved characters are decoded before paths are compared.
   */
  readonly pathPattern?: PatternValues | undefined;
}

export interface PathPatternCondition extends Patterns {
  readonly field: "path-pattern";
}
