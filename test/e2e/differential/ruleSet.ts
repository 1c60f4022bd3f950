import fc from "fast-check";
import { validateConditions } from "../../../core/lb/conditions/validate";
import type { Action, Condition } from "../../../core/lb/model";
import { condition as conditionArgs } from "../../conformance/validation";

/** Stands for the name that a rule set gets when it is put into an instance. */
export const SELF = "{self}";
export const TARGETS = ["echo-1", "echo-2", "echo-3", "echo-4"] as const;

/** A load balancer's rules, in the order of their priority; hosts hold `{self}`. */
export interface RuleSet {
  readonly simulateSourceIp: boolean;
  readonly rules: readonly GeneratedRule[];
}

export interface GeneratedRule {
  readonly conditions: readonly Condition[];
  readonly action: GeneratedAction;
}

/** Each names the rule that it belongs to, where it can. */
export type GeneratedAction =
  | { readonly type: "fixed-response"; readonly statusCode: number }
  | { readonly type: "redirect"; readonly fields: Partial<Extract<Action, { type: "redirect" }>> }
  | { readonly type: "forward"; readonly target: string };

const text = (pieces: readonly string[], maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength }).map((all) => all.join(""));

const PATH = [
  ...["a", "b", "C", "img", "/", "/", "*", "?", ".", "-", "_", "$", "~", '"', "'", "@", ":", "+"],
  ...["&", "(", ")", "!", ",", ";", "=", "%2F", "%41", " ", "/x/", "/api"],
];
const HEADER = [
  ...[
    "a",
    "B",
    "chrome",
    "1",
    "*",
    "*",
    "?",
    "`",
    '"',
    "\\",
    "(",
    ")",
    ".",
    "+",
    "[",
    "^",
    "$",
    "|",
  ],
  ...["é", "%", ",", "; ", "{", "}", "=", "/", "𝄞"],
];
const QUERY = [
  "a",
  "V",
  "1",
  "*",
  "*",
  "?",
  "\\*",
  "\\?",
  "\\\\",
  "&",
  "=",
  "%",
  "+",
  " ",
  "é",
  ";",
];
const EXPRESSIONS = {
  "host-header": [`^[ab]\\.{self}$`, `.*-1\\.{self}$`, `(?i)^A`, `^{self}$`],
  "path-pattern": [
    `^/a(b|c)`,
    `^/[a-c]+/x`,
    `img`,
    "(?i)^/API",
    `^/v\\d{1,2}/`,
    "^/`?a",
    `\\.php$`,
  ],
  "http-header": [`^a+$`, `chrome|1`, `(?i)^b`, '^[`"]', `^.{2,3}$`, `\\$$`],
};

const some = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(one, { minLength: 1, maxLength: 3 });

const patternsOf = (field: keyof typeof EXPRESSIONS, pattern: fc.Arbitrary<string>) =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: some(pattern).map((values) => ({ values, regexValues: [] as string[] })),
    },
    {
      weight: 1,
      arbitrary: some(fc.constantFrom(...EXPRESSIONS[field])).map((regexValues) => ({
        values: [] as string[],
        regexValues,
      })),
    },
  );

const host = fc.constantFrom(
  ...[SELF, `*.${SELF}`, `a.${SELF}`, `b-1.${SELF}`, `?.${SELF}`, `a*.${SELF}`, `*.a.${SELF}`],
);
const path = fc
  .tuple(fc.boolean(), text(PATH, 6))
  .map(([isLoose, rest]) => (isLoose || rest.startsWith("/") ? rest : `/${rest}`));
const HEADER_NAMES = ["X-A", "x-b", "User-Agent", "Cookie", "X_Env", "X-Forwarded-For"] as const;
export const METHODS = ["GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PURGE", "M-SEARCH"];
const NETWORKS = ["10.1.0.0/16", "10.42.0.1/32", "192.168.0.0/16", "2001:db8::/32"];

const condition: fc.Arbitrary<Condition> = fc.oneof(
  patternsOf("host-header", host).map((of) => ({ field: "host-header" as const, ...of })),
  patternsOf("path-pattern", path).map((of) => ({ field: "path-pattern" as const, ...of })),
  fc
    .tuple(fc.constantFrom(...HEADER_NAMES), patternsOf("http-header", text(HEADER, 5)))
    .map(([name, of]) => ({ field: "http-header" as const, name, ...of })),
  some(fc.constantFrom(...METHODS)).map((values) => ({
    field: "http-request-method" as const,
    values,
  })),
  some(fc.record({ key: text(QUERY, 2), value: text(QUERY, 4) }, { requiredKeys: ["value"] })).map(
    (values) => ({ field: "query-string" as const, values }),
  ),
  some(fc.constantFrom(...NETWORKS)).map((values) => ({ field: "source-ip" as const, values })),
);

/** What AWS takes: other rules never get into a model. */
const conditions = fc
  .array(condition, { minLength: 1, maxLength: 4 })
  .filter((all) =>
    validateConditions(all.map(conditionArgs), "", {}).every(
      ({ severity }) => severity !== "error",
    ),
  );

const action: fc.Arbitrary<GeneratedAction> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(200, 201, 403, 404, 418, 503).map((statusCode) => ({
      type: "fixed-response" as const,
      statusCode,
    })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        { path: "/to/#{path}" },
        { host: "www.#{host}", port: "443" },
        { protocol: "HTTPS", query: "was=#{query}&on=#{port}" },
        { path: "/#{host}/#{port}" },
        { port: "8081", path: "/x`y" },
      )
      .map((fields) => ({ type: "redirect" as const, fields })),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...TARGETS).map((target) => ({ type: "forward" as const, target })),
  },
);

export const ruleSet: fc.Arbitrary<RuleSet> = fc.record({
  simulateSourceIp: fc.boolean(),
  rules: fc.array(fc.record({ conditions, action }), { minLength: 1, maxLength: 12 }),
});
