import {
  validateTargetGroup,
  type TargetGroupValues,
} from "../../../components/targetGroup/validate";
import { brief } from "../../helpers/issues";

type HealthCheck = TargetGroupValues["healthCheck"];

test.each<[string, Partial<TargetGroupValues>]>([
  ["a name alone", {}],
  ["the lowest port", { port: 1 }],
  ["the highest port", { port: 65535 }],
])("accepts %s", (_, values) => {
  expect(validateTargetGroup({ name: "a", ...values }, "t")).toEqual([]);
});

test.each<[string, HealthCheck]>([
  ["an empty one", {}],
  ["the shortest interval", { interval: 5 }],
  ["the longest interval", { interval: 300 }],
  ["the shortest timeout", { timeout: 2 }],
  ["the longest timeout", { timeout: 120 }],
  ["a timeout just below the interval", { timeout: 9, interval: 10 }],
  ["the lowest threshold", { unhealthyThreshold: 2 }],
  ["the highest threshold", { unhealthyThreshold: 10 }],
  ["a path with a query", { path: "/a?b=c" }],
  ["a path of 1024 characters", { path: `/${"a".repeat(1023)}` }],
])("accepts a health check: %s", (_, healthCheck) => {
  expect(validateTargetGroup({ name: "a", ...(healthCheck && { healthCheck }) }, "t")).toEqual([]);
});

test.each<[string, Partial<TargetGroupValues>, string[]]>([
  ["a name with a dot", { name: "a.b" }, ["KECS1001 t.name"]],
  ["port 0", { port: 0 }, ["KECS1011 t.port"]],
  ["port 65536", { port: 65536 }, ["KECS1011 t.port"]],
])("rejects %s", (_, values, expected) => {
  expect(brief(validateTargetGroup({ name: "a", ...values }, "t"))).toEqual(expected);
});

test.each<[string, HealthCheck, string[]]>([
  ["an interval of 4", { interval: 4 }, ["KECS1011 t.healthCheck.interval"]],
  ["an interval of 301", { interval: 301 }, ["KECS1011 t.healthCheck.interval"]],
  ["a timeout of 1", { timeout: 1 }, ["KECS1011 t.healthCheck.timeout"]],
  ["a timeout of 121", { timeout: 121 }, ["KECS1011 t.healthCheck.timeout"]],
  ["a threshold of 1", { unhealthyThreshold: 1 }, ["KECS1011 t.healthCheck.unhealthyThreshold"]],
  ["a threshold of 11", { unhealthyThreshold: 11 }, ["KECS1011 t.healthCheck.unhealthyThreshold"]],
  [
    "a timeout as long as the interval",
    { timeout: 10, interval: 10 },
    ["KECS1015 t.healthCheck.timeout"],
  ],
  ["a path without a slash", { path: "healthz" }, ["KECS1008 t.healthCheck.path"]],
  ["an empty path", { path: "" }, ["KECS1008 t.healthCheck.path"]],
  ["a path with a blank", { path: "/a b" }, ["KECS1008 t.healthCheck.path"]],
  ["a path of 1025 characters", { path: `/${"a".repeat(1024)}` }, ["KECS1008 t.healthCheck.path"]],
  [
    "everything at once",
    { path: "x", interval: 1, timeout: 500, unhealthyThreshold: 0 },
    [
      "KECS1011 t.healthCheck.interval",
      "KECS1011 t.healthCheck.timeout",
      "KECS1011 t.healthCheck.unhealthyThreshold",
      "KECS1015 t.healthCheck.timeout",
      "KECS1008 t.healthCheck.path",
    ],
  ],
])("rejects a health check: %s", (_, healthCheck, expected) => {
  expect(
    brief(validateTargetGroup({ name: "a", ...(healthCheck && { healthCheck }) }, "t")),
  ).toEqual(expected);
});
