/** A condition as the user wrote it: one of the fields. */
export interface ConditionValues {
  readonly hostHeader?: PatternValues;
  readonly pathPattern?: PatternValues;
  readonly httpHeader?: HttpHeaderValues;
  readonly httpRequestMethod?: { readonly values: readonly string[] };
  readonly queryStrings?: readonly QueryStringValues[];
  readonly sourceIp?: { readonly values: readonly string[] };
}

export interface PatternValues {
  readonly values?: readonly string[];
  readonly regexValues?: readonly string[];
}

export interface HttpHeaderValues extends PatternValues {
  readonly httpHeaderName: string;
}

export interface QueryStringValues {
  readonly key?: string;
  readonly value: string;
}
