export interface QueryStringField {
  /** Parameters of the query, with `*` and `?`; `\*` and `\?` stand for themselves. */
  readonly queryStrings?: readonly QueryStringValues[] | undefined;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_QueryStringKeyValuePair.html */
export interface QueryStringValues {
  /**
   * Key of 1 to 128 characters. A change updates in place.
   *
   * @default any key
   */
  readonly key?: string | undefined;
  /** Value of 1 to 128 characters. A change updates in place. */
  readonly value: string;
}

export interface QueryStringCondition {
  readonly field: "query-string";
  readonly values: readonly QueryPattern[];
}

/** Without a key, any parameter with that value. `\*`, `\?` and `\\` stand for themselves. */
export interface QueryPattern {
  readonly key?: string;
  readonly value: string;
}
