import type { Patterns, PatternValues } from "../patternValues";

export interface HttpHeaderField {
  /** One header field's values, with `*` and `?`. Letter case does not count. */
  readonly httpHeader?: HttpHeaderValues | undefined;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HttpHeaderConditionConfig.html */
export interface HttpHeaderValues extends PatternValues {
  /** Name of the header field, 1 to 40 characters, any but `Host`. A change updates in place. */
  readonly httpHeaderName: string;
}

export interface HttpHeaderCondition extends Patterns {
  readonly field: "http-header";
  readonly name: string;
}
