import { RE2JS } from "re2js";
import type { Condition, QueryPattern } from "../model";
import { fitsHeader, valuesOf } from "./header";
import { fitsHost } from "./host";
import { fitsPath } from "./path";
import { fitsText, type Parameter } from "./query";
import type { NormalizedRequest } from "./normalizedRequest";
import { fits } from "./wildcard";

/** What would have made a failed condition hold, where the difference is a small one. */
export function nearMiss(condition: Condition, received: NormalizedRequest): string | undefined {
  switch (condition.field) {
    case "host-header":
      return first(condition.values, (pattern) => hostMiss(pattern, received.host));
    case "path-pattern":
      return first(condition.values, (pattern) => pathMiss(pattern, received.path));
    case "http-header":
      return headerMiss(condition, valuesOf(received.headers, condition.name));
    case "http-request-method": {
      const upper = received.method.toUpperCase();
      return condition.values.includes(upper) ? "methods are compared with case" : undefined;
    }
    case "query-string":
      return first(condition.values, (pattern) => queryMiss(pattern, received.parameters));
    case "source-ip":
      return "every client has the cluster's own address here; X-Kecs-Source-Ip can stand in for it";
  }
}

function hostMiss(pattern: string, host: string): string | undefined {
  return pattern.startsWith("*.") && fitsHost(pattern.slice(2), host)
    ? `"${pattern}" does not cover "${pattern.slice(2)}" itself`
    : undefined;
}

function pathMiss(pattern: string, path: string): string | undefined {
  if (path.endsWith("/") && fitsPath(pattern, path.slice(0, -1))) {
    return "the path ends with a slash, the pattern does not";
  }
  if (fitsPath(pattern, `${path}/`)) return `"${pattern}" needs a slash behind "${path}"`;
  if (fits(pattern, path, { anyCase: true })) return "paths are compared with case";
  if (pattern !== "/" && fitsPath(`${pattern}*`, path)) {
    return `a pattern covers the whole path; "${pattern}*" would match`;
  }
  return undefined;
}

function headerMiss(
  {
    values,
    regexValues,
  }: { readonly values: readonly string[]; readonly regexValues: readonly string[] },
  received: readonly string[],
): string | undefined {
  if (
    received.some((value) => regexValues.some((expression) => findsInAnyCase(expression, value)))
  ) {
    return "an expression is compared with case; (?i) in front turns that off";
  }
  const items = received.flatMap((value) => value.split(",")).map((item) => item.trim());
  return first(values, (pattern) => {
    if (!received.some((value) => fitsHeader(`*${pattern}*`, value))) return undefined;
    return items.some((item) => fitsHeader(pattern, item))
      ? `a list with commas is one value; "*${pattern}*" would match`
      : `a pattern covers the whole value; "*${pattern}*" would match`;
  });
}

function findsInAnyCase(expression: string, text: string): boolean {
  return RE2JS.compile(expression, RE2JS.CASE_INSENSITIVE).matcher(text).find();
}

function queryMiss(pattern: QueryPattern, parameters: readonly Parameter[]): string | undefined {
  const { key, value } = pattern;
  if (key === undefined) return undefined;
  const own = parameters.filter((parameter) => fitsText(key, parameter.key));
  if (own.some((parameter) => fitsText(`*${value}*`, parameter.value))) {
    return `a pattern covers the whole value; "*${value}*" would match`;
  }
  return own.length === 0 && parameters.length > 0
    ? `the query has no parameter "${key}"`
    : undefined;
}

function first<T>(all: readonly T[], hint: (one: T) => string | undefined): string | undefined {
  return all.map(hint).find((text) => text !== undefined);
}
