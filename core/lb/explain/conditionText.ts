import type { FailedCondition } from "../evaluate/evaluation";
import type { Condition } from "../model";

const LONGEST = 120;

/** A failed condition in one line: what came, and what was wanted. */
export function failedText({ condition, received }: FailedCondition): string {
  const came =
    received.length === 0
      ? `no ${subject(condition)}`
      : `${subject(condition)} ${received.map(quoted).join(" and ")}`;
  return `${came}, wanted ${wanted(condition).join(" or ")}`;
}

function subject(condition: Condition): string {
  switch (condition.field) {
    case "host-header":
      return "host";
    case "path-pattern":
      return "path";
    case "http-header":
      return `header ${condition.name}`;
    case "http-request-method":
      return "method";
    case "query-string":
      return "query";
    case "source-ip":
      return "source IP";
  }
}

function wanted(condition: Condition): string[] {
  switch (condition.field) {
    case "query-string":
      return condition.values.map(({ key, value }) =>
        key === undefined ? `${quoted(value)} under any key` : quoted(`${key}=${value}`),
      );
    case "http-request-method":
    case "source-ip":
      return condition.values.map(quoted);
    case "host-header":
    case "path-pattern":
    case "http-header":
      return [
        ...condition.values.map(quoted),
        ...condition.regexValues.map((value) => `the expression ${quoted(value)}`),
      ];
  }
}

/** A text in quotes, in one line, and not too long for it. */
export function quoted(text: string): string {
  const whole = text.replace(/\p{Cc}/gu, " ");
  return `"${whole.length > LONGEST ? `${whole.slice(0, LONGEST)}...` : whole}"`;
}
