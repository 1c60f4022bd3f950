import fc from "fast-check";
import { RE2JS } from "re2js";
import { holds } from "../../../../core/lb/evaluate/condition";
import { valuesOf } from "../../../../core/lb/request/header";
import {
  normalizeRequest,
  type NormalizedRequest,
} from "../../../../core/lb/request/normalizedRequest";
import { isInside } from "../../../../core/lb/conditions/sourceIp/evaluate";
import type { Condition, QueryPattern, Request } from "../../../../core/lb/model";
import { matchConditions } from "../../../../core/lb/translate/expression";
import { parseRule, type Tree } from "../../../helpers/traefikRule";
import { listener, loadBalancer, request } from "../../../helpers/routing";

/*
 * The reader of a model and the maker of Traefik's rules know nothing of each other, so each of
 * them is held against the other here: for any conditions and any request they say the same.
 */

const reached = { loadBalancer: loadBalancer("shop", []), listener: listener(), host: "" };

/** What Traefik's matchers say of a request; Traefik's own documentation describes each. */
function matches(tree: Tree, seen: NormalizedRequest): boolean {
  if ("not" in tree) return !matches(tree.not, seen);
  if ("op" in tree) {
    return tree.op === "||"
      ? tree.of.some((each) => matches(each, seen))
      : tree.of.every((each) => matches(each, seen));
  }
  const [first = "", second = ""] = tree.values;
  switch (tree.matcher) {
    case "Host":
      return first === seen.host;
    case "HostRegexp":
      return RE2JS.compile(first).test(seen.host);
    case "Path":
      return first === seen.path;
    case "PathPrefix":
      return seen.path.startsWith(first);
    case "PathRegexp":
      return RE2JS.compile(first).test(seen.path);
    case "Method":
      return first === seen.method;
    case "HeaderRegexp":
      return headerValues(first, seen).some((value) => RE2JS.compile(second).test(value));
    case "ClientIP":
      return isInside(first, seen.sourceIp);
    default:
      throw new Error(`unknown matcher ${tree.matcher}`);
  }
}

/** The headers of a request, and the one in which the plugin writes its query down. */
function headerValues(name: string, seen: NormalizedRequest): string[] {
  if (name !== "X-Kecs-Query") return valuesOf(seen.headers, name);
  const projected = seen.parameters.map(
    ({ key, value }) => `${projection(key)}=${projection(value)}`,
  );
  return projected.length === 0 ? [] : [projected.join("&")];
}

function projection(decoded: string): string {
  return Array.from(Buffer.from(decoded), (byte) => {
    const character = String.fromCharCode(byte);
    const isPlain = /^[!-~]$/.test(character) && !"&=%".includes(character);
    return isPlain ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
}

const text = (...units: string[]): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...units), minLength: 1, maxLength: 5 });
const some = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(one, { minLength: 1, maxLength: 2 });

const expression = fc.constantFrom("^a", "b$", "a.b", "^[a-b/.]+$", "(?i)A", "^$");
const patterns = (...units: string[]) =>
  fc.oneof(
    some(text(...units)).map((values) => ({ values, regexValues: [] })),
    some(expression).map((regexValues) => ({ values: [], regexValues })),
  );

const parameter: fc.Arbitrary<QueryPattern> = fc
  .tuple(
    fc.option(text("a", "B", "*", "?"), { nil: undefined }),
    text("a", "B", "*", "?", "\\", "="),
  )
  .map(([key, value]) => (key === undefined ? { value } : { key, value }));

const condition: fc.Arbitrary<Condition> = fc.oneof(
  patterns("a", "B", ".", "*", "?").map((of) => ({ field: "host-header", ...of }) as const),
  patterns("/", "a", "B", "*", "?", "%2F", "\u00e9", ".", "+", "`").map(
    (of) => ({ field: "path-pattern", ...of }) as const,
  ),
  patterns("a", "B", ".", "*", "?", "`", "\\", ",", " x").map(
    (of) => ({ field: "http-header", name: "X-A", ...of }) as const,
  ),
  some(fc.constantFrom("GET", "PUT")).map(
    (values) => ({ field: "http-request-method", values }) as const,
  ),
  some(parameter).map((values) => ({ field: "query-string", values }) as const),
  some(fc.constantFrom("10.0.0.0/8", "192.0.2.1/32", "2001:db8::/32")).map(
    (values) => ({ field: "source-ip", values }) as const,
  ),
);

const path = text("/", "a", "B", "b", ".", "%2f", "%61", "%c3%a9", "+", "`");
const query = text("a", "B", "b", "=", "&", "%3D", "+", "*", ";", "%c3%a9");
const sent: fc.Arbitrary<Request> = fc
  .record({
    method: fc.constantFrom("GET", "PUT", "get"),
    // Only one dot at the end belongs to a name.
    host: text("a", "B", "b", ".").filter((host) => !host.endsWith("..")),
    path,
    query: fc.option(query, { nil: undefined }),
    values: fc.array(text("a", "B", "b", ".", "`", "\\", ",", " x"), { maxLength: 2 }),
    sourceIp: fc.constantFrom("10.1.2.3", "192.0.2.1", "2001:db8::1"),
  })
  .map(({ path: rest, query: parameters, values, ...of }) =>
    request({
      ...of,
      target: `/${rest}${parameters === undefined ? "" : `?${parameters}`}`,
      headers: values.map((value) => ["x-a", value] as const),
    }),
  );

test("reading a rule and translating it come to the same for any request", () => {
  let matched = 0;
  fc.assert(
    fc.property(fc.array(condition, { minLength: 1, maxLength: 2 }), sent, (conditions, of) => {
      const seen = normalizeRequest(reached, of);
      const expected = matches(parseRule(matchConditions(conditions)), seen);
      expect(conditions.every((each) => holds(each, seen))).toBe(expected);
      matched += expected ? 1 : 0;
    }),
    { numRuns: 5000 },
  );
  // Two that never match agree as well, and say nothing.
  expect(matched).toBeGreaterThan(250);
});
