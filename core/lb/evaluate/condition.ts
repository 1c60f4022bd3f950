import { RE2JS } from "re2js";
import type { Condition } from "../model";
import type { FailedCondition } from "./evaluation";
import { fitsHeader, valuesOf } from "./header";
import { fitsHost } from "./host";
import { nearMiss } from "./nearMiss";
import { fitsPath } from "./path";
import { fitsParameter } from "./query";
import type { NormalizedRequest } from "./normalizedRequest";
import { isInside } from "./sourceIp";

/** The first condition that does not hold; undefined where all of them do. */
export function firstFailed(
  conditions: readonly Condition[],
  received: NormalizedRequest,
): FailedCondition | undefined {
  const index = conditions.findIndex((condition) => !holds(condition, received));
  const condition = conditions[index];
  if (condition === undefined) return undefined;
  const hint = nearMiss(condition, received);
  return {
    index,
    condition,
    received: comparedWith(condition, received),
    ...(hint === undefined ? {} : { hint }),
  };
}

/** Whether one of a condition's values holds. */
export function holds(condition: Condition, received: NormalizedRequest): boolean {
  switch (condition.field) {
    case "host-header":
      return any(condition, [received.host], fitsHost);
    case "path-pattern":
      return any(condition, [received.path], fitsPath);
    case "http-header":
      return any(condition, valuesOf(received.headers, condition.name), fitsHeader);
    case "http-request-method":
      return condition.values.includes(received.method);
    case "query-string":
      return condition.values.some((pattern) =>
        received.parameters.some((parameter) => fitsParameter(pattern, parameter)),
      );
    case "source-ip":
      return condition.values.some((block) => isInside(block, received.sourceIp));
  }
}

function any(
  condition: { readonly values: readonly string[]; readonly regexValues: readonly string[] },
  texts: readonly string[],
  fits: (pattern: string, text: string) => boolean,
): boolean {
  return texts.some(
    (text) =>
      condition.values.some((pattern) => fits(pattern, text)) ||
      // Unlike a pattern, an expression may match a part; `^` and `$` hold it to the whole.
      condition.regexValues.some((expression) => RE2JS.compile(expression).matcher(text).find()),
  );
}

/** Every text of the request that a condition was compared with. */
function comparedWith(condition: Condition, received: NormalizedRequest): string[] {
  switch (condition.field) {
    case "host-header":
      return received.host === "" ? [] : [received.host];
    case "path-pattern":
      return [received.path];
    case "http-header":
      return valuesOf(received.headers, condition.name);
    case "http-request-method":
      return [received.method];
    case "query-string":
      return received.parameters.map(({ key, value }) => `${key}=${value}`);
    case "source-ip":
      return [received.sourceIp];
  }
}
