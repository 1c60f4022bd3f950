import { failedText } from "../../../../../core/lb/explain/conditionText";
import type { Condition } from "../../../../../core/lb/model";

test.each<[Condition, string[], string]>([
  [
    { field: "host-header", values: ["a.test", "b.test"], regexValues: [] },
    ["c.test"],
    'host "c.test", wanted "a.test" or "b.test"',
  ],
  [
    { field: "path-pattern", values: [], regexValues: ["^/v[0-9]$"] },
    ["/va"],
    'path "/va", wanted the expression "^/v[0-9]$"',
  ],
  [
    { field: "http-header", name: "X-Env", values: ["prod"], regexValues: [] },
    [],
    'no header X-Env, wanted "prod"',
  ],
  [
    { field: "http-header", name: "X-Env", values: ["prod"], regexValues: [] },
    ["dev", "test"],
    'header X-Env "dev" and "test", wanted "prod"',
  ],
  [{ field: "http-request-method", values: ["PUT"] }, ["GET"], 'method "GET", wanted "PUT"'],
  [
    { field: "query-string", values: [{ key: "v", value: "1" }, { value: "*x*" }] },
    ["v=2"],
    'query "v=2", wanted "v=1" or "*x*" under any key',
  ],
  [{ field: "query-string", values: [{ value: "1" }] }, [], 'no query, wanted "1" under any key'],
  [
    { field: "source-ip", values: ["192.0.2.0/24"] },
    ["10.42.0.1"],
    'source IP "10.42.0.1", wanted "192.0.2.0/24"',
  ],
])("of %j and %j says %s", (condition, received, expected) => {
  expect(failedText({ index: 0, condition, received })).toBe(expected);
});
