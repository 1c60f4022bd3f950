import type { ListValues } from "../patternValues";

export interface HttpRequestMethodField {
  /** Methods, `A-Z`, `-` and `_`, at most 40 characters, without wildcards. */
  readonly httpRequestMethod?: ListValues | undefined;
}

export interface HttpRequestMethodCondition {
  readonly field: "http-request-method";
  readonly values: readonly string[];
}
