import { conditionsOf } from "../../../../../core/lb/conditions/conditions";

test("brings every kind of condition to the model, in its order", () => {
  expect(
    conditionsOf([
      { hostHeader: { values: ["*.Example.Test"] } },
      { hostHeader: { regexValues: ["^A"] } },
      { pathPattern: { values: ["/A"] } },
      { pathPattern: { regexValues: ["^/A"] } },
      { httpHeader: { httpHeaderName: "X-A", values: ["B"] } },
      { httpHeader: { httpHeaderName: "X-A", regexValues: ["B"] } },
      { httpRequestMethod: { values: ["GET", "PUT"] } },
      { queryStrings: [{ key: "K", value: "V" }, { value: "*" }] },
      { sourceIp: { values: ["10.0.0.0/8"] } },
    ]),
  ).toEqual([
    { field: "host-header", values: ["*.example.test"], regexValues: [] },
    { field: "host-header", values: [], regexValues: ["^A"] },
    { field: "path-pattern", values: ["/A"], regexValues: [] },
    { field: "path-pattern", values: [], regexValues: ["^/A"] },
    { field: "http-header", name: "X-A", values: ["B"], regexValues: [] },
    { field: "http-header", name: "X-A", values: [], regexValues: ["B"] },
    { field: "http-request-method", values: ["GET", "PUT"] },
    { field: "query-string", values: [{ key: "K", value: "V" }, { value: "*" }] },
    { field: "source-ip", values: ["10.0.0.0/8"] },
  ]);
});

test("leaves out the key of a parameter that has none", () => {
  const [condition] = conditionsOf([{ queryStrings: [{ value: "a" }] }]);
  expect(condition).toStrictEqual({ field: "query-string", values: [{ value: "a" }] });
});
