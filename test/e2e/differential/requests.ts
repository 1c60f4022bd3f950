import fc from "fast-check";
import type { Condition } from "../../../core/lb/model";
import { METHODS, SELF, type RuleSet } from "./ruleSet";

/** A request to a rule set's listener; the host holds `{self}`. */
export interface GeneratedRequest {
  readonly method: string;
  readonly host: string;
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
}

const BASE: GeneratedRequest = { method: "GET", host: SELF, target: "/", headers: [] };
const FILLINGS = ["", "a", "B", "x/y", "..", "1", "img", "-"];

/** A source of choices that a seed decides. */
type Choose = <T>(options: readonly [T, ...T[]] | readonly T[]) => T;

/** Requests near the values of a rule set: hits of a rule, near misses, and misses. */
export function requestsFor(set: RuleSet, count: number): fc.Arbitrary<GeneratedRequest[]> {
  return fc
    .array(fc.array(fc.nat(1_000_000), { minLength: 60, maxLength: 60 }), {
      minLength: count,
      maxLength: count,
    })
    .map((all) => all.map((numbers) => derive(set, chooser(numbers))));
}

function chooser(numbers: readonly number[]): Choose {
  let i = 0;
  return (options) => {
    const number = numbers[i % numbers.length] ?? 0;
    i += 1;
    return options[number % options.length] as (typeof options)[number];
  };
}

function derive(set: RuleSet, choose: Choose): GeneratedRequest {
  const rule = choose(set.rules);
  // One of five requests is for no rule, but may meet one all the same.
  const conditions = choose([
    rule.conditions,
    rule.conditions,
    rule.conditions,
    rule.conditions,
    [],
  ]);
  const fitting = conditions.reduce((request, condition) => fulfil(request, condition, choose), {
    ...BASE,
    target: choose(["/", "/q", "/qq/7"]),
    host: choose([SELF, SELF, `a.${SELF}`, `b-1.${SELF}`, `q.${SELF}`]),
  });
  const changes = choose([0, 0, 1, 1, 2, 4, 6]);
  return Array.from({ length: changes }).reduce<GeneratedRequest>(
    (request) => mutate(request, choose),
    fitting,
  );
}

/** A request that fulfils one more condition, as far as that can be done. */
function fulfil(request: GeneratedRequest, of: Condition, choose: Choose): GeneratedRequest {
  const fill = (pattern: string): string =>
    pattern.replace(/[*?]/g, (sign) => (sign === "*" ? choose(FILLINGS) : choose(["a", "1", "-"])));
  const [path = "/", query] = request.target.split("?");
  switch (of.field) {
    case "host-header":
      if (of.values.length === 0)
        return { ...request, host: `${choose(["a", "b", "x-1"])}.${SELF}` };
      return {
        ...request,
        host: choose(of.values).replace(/[*?]/g, (sign) =>
          sign === "*" ? choose(["a", "x", "z.a", ""]) : choose(["a", "q"]),
        ),
      };
    case "path-pattern": {
      const filled =
        of.values.length === 0
          ? choose(["/ab", "/ac/x", "/a/x", "/img", "/api", "/v1/", "/a`", "/x.php"])
          : fill(choose(of.values));
      const next = sendable(filled.startsWith("/") ? filled : `/${filled}`);
      return { ...request, target: query === undefined ? next : `${next}?${query}` };
    }
    case "http-header": {
      const value =
        of.values.length === 0
          ? choose(["a", "aa", "chrome", "1", "Bb", "`x", "ab$"])
          : fill(choose(of.values));
      return { ...request, headers: [...request.headers, [of.name, value.trim()]] };
    }
    case "http-request-method":
      return { ...request, method: choose(of.values) };
    case "query-string": {
      const { key = choose(["k", "a"]), value } = choose(of.values);
      const part = (pattern: string): string =>
        encodeURIComponent(
          pattern.replace(
            /\\([*?\\])|[*?]/g,
            (sign, literal: string | undefined) =>
              literal ?? (sign === "*" ? choose(["", "a", "V&1"]) : choose(["a", "é"])),
          ),
        );
      const pair = `${part(key)}=${part(value)}`;
      return { ...request, target: `${path}?${query === undefined ? pair : `${query}&${pair}`}` };
    }
    case "source-ip": {
      const address = choose(["10.1.2.3", "192.168.4.4", "2001:db8::7", "8.8.8.8"]);
      return { ...request, headers: [...request.headers, ["X-Kecs-Source-Ip", address]] };
    }
  }
}

/** What a request line cannot hold is escaped; everything else is sent raw. */
function sendable(text: string): string {
  return text.replace(/[^\x21-\x7e]|[?#]/gu, (sign) => encodeURIComponent(sign));
}

const flipCase = (text: string): string =>
  text.replace(/./gu, (sign) =>
    sign === sign.toUpperCase() ? sign.toLowerCase() : sign.toUpperCase(),
  );

const CHANGES: readonly ((request: GeneratedRequest, choose: Choose) => GeneratedRequest)[] = [
  (request) => ({ ...request, target: flipCaseOfPath(request.target) }),
  (request) => ({ ...request, target: request.target.replace(/(?=\?|$)/, "/") }),
  (request, choose) => ({
    ...request,
    target: request.target.replace(
      /(?=\?|$)/,
      choose(["x", ".php", "%2f", "//", "/../a", ";x", "%7e"]),
    ),
  }),
  (request) => ({ ...request, target: `/${request.target}` }),
  (request) => ({ ...request, target: request.target.replace(/.(?=\?|$)/, "") || "/" }),
  (request) => ({ ...request, headers: request.headers.slice(1) }),
  (request) => ({
    ...request,
    headers: request.headers.map(([name, value]) => [flipCase(name), value] as const),
  }),
  (request) => ({
    ...request,
    headers: request.headers.map(([name, value]) => [name, flipCase(value)] as const),
  }),
  (request, choose) => ({
    ...request,
    headers: request.headers.map(
      ([name, value]) => [name, `${value}${choose(["x", ",b", "`"])}`] as const,
    ),
  }),
  (request) => ({
    ...request,
    headers: request.headers.flatMap(([name, value]) => [
      [name, "other"] as const,
      [name, value] as const,
    ]),
  }),
  (request, choose) => ({ ...request, method: choose([...METHODS, "get", "TRACE"]) }),
  (request, choose) => ({
    ...request,
    host: choose([`A.${SELF}`, `${SELF}.`, `${SELF}:80`, `c.b.${SELF}`, `x${SELF}`]),
  }),
  (request, choose) => ({
    ...request,
    target: `${request.target}${request.target.includes("?") ? "&" : "?"}${choose(["z=9", "a", "=", "A=1&a=1", "%zz=1", "v;w=1", "+=+"])}`,
  }),
  (request) => ({
    ...request,
    target: request.target.replace(/\?(.*)/s, (_, query: string) => `?${flipCase(query)}`),
  }),
];

function mutate(request: GeneratedRequest, choose: Choose): GeneratedRequest {
  return choose(CHANGES)(request, choose);
}

function flipCaseOfPath(target: string): string {
  const [path = "", ...rest] = target.split("?");
  return [flipCase(path), ...rest].join("?");
}
