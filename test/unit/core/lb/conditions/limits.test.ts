import { validateLimits } from "../../../../../core/lb/conditions/limits";
import type { ConditionValues } from "../../../../../core/lb/conditions/kinds";
import { brief, only } from "../../../../helpers/issues";

const check = (...conditions: ConditionValues[]) => brief(validateLimits(conditions, "c"));

test.each<[string, ConditionValues[]]>([
  ["five values of one condition", [{ pathPattern: { values: ["1", "2", "3", "4", "5"] } }]],
  [
    "five values of five kinds",
    [
      { hostHeader: { values: ["a.test"] } },
      { pathPattern: { regexValues: ["a"] } },
      { httpRequestMethod: { values: ["GET"] } },
      { sourceIp: { values: ["10.0.0.0/8"] } },
      { queryStrings: [{ value: "a" }] },
    ],
  ],
  ["six wildcards", [{ pathPattern: { values: ["/*/?*", "?**"] } }]],
  ["question marks of regular expressions", [{ pathPattern: { regexValues: ["a?b?c?d?e?f*"] } }]],
  ["escaped wildcards of a query", [{ queryStrings: [{ key: "\\*\\?", value: "\\*\\?\\*\\?" }] }]],
  [
    "headers and queries several times",
    [
      { httpHeader: { httpHeaderName: "A", values: ["1"] } },
      { httpHeader: { httpHeaderName: "A", values: ["2"] } },
      { queryStrings: [{ value: "1" }] },
      { queryStrings: [{ value: "2" }] },
    ],
  ],
])("accepts %s", (_, conditions) => {
  expect(check(...conditions)).toEqual([]);
});

test.each<[string, ConditionValues[], string[]]>([
  ["six values", [{ pathPattern: { values: ["1", "2", "3", "4", "5", "6"] } }], ["KECS1018 c"]],
  [
    "six values of several conditions",
    [
      { hostHeader: { values: ["1", "2"] } },
      { httpHeader: { httpHeaderName: "A", values: ["3"], regexValues: ["4"] } },
      { queryStrings: [{ value: "5" }, { value: "6" }] },
    ],
    ["KECS1018 c"],
  ],
  ["seven wildcards", [{ pathPattern: { values: ["/*/*/*", "/?/?/?/?"] } }], ["KECS1018 c"]],
  ["wildcards of a query", [{ queryStrings: [{ key: "***", value: "????" }] }], ["KECS1018 c"]],
  [
    "wildcards after a backslash that only a query knows",
    [{ httpHeader: { httpHeaderName: "A", values: ["\\*\\*\\*\\*\\*\\*\\*"] } }],
    ["KECS1018 c"],
  ],
  [
    "host, path, method and source twice",
    [
      ...[1, 2].map(() => ({ hostHeader: {} })),
      ...[1, 2].map(() => ({ pathPattern: {} })),
      ...[1, 2].map(() => ({ httpRequestMethod: { values: [] } })),
      ...[1, 2].map(() => ({ sourceIp: { values: [] } })),
    ],
    [
      "KECS1018 c[1].hostHeader",
      "KECS1018 c[3].pathPattern",
      "KECS1018 c[5].httpRequestMethod",
      "KECS1018 c[7].sourceIp",
    ],
  ],
])("rejects %s", (_, conditions, expected) => {
  expect(check(...conditions)).toEqual(expected);
});

test("says how many there are and how many there may be", () => {
  expect(only(validateLimits([{ pathPattern: { values: ["*******"] } }], "c"))).toEqual({
    code: "KECS1018",
    path: "c",
    message: 'the rule has "7" wildcards, and AWS allows 6 in a rule',
    hint: "split it into several rules with the same action",
    severity: "error",
  });
});
