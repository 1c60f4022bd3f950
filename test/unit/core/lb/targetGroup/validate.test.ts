import { validateTargetGroup } from "../../../../../core/lb/targetGroup/validate";
import type { TargetGroupValues } from "../../../../../core/lb/targetGroup/values";
import { brief, only } from "../../../../helpers/issues";

type HealthCheck = TargetGroupValues["healthCheck"];

const LEAST = "least_outstanding_requests";
const CHECK = "t.healthCheck";

test.each<[string, Partial<TargetGroupValues>]>([
  ["a name alone", {}],
  ["the lowest port", { port: 1 }],
  ["the highest port", { port: 65535 }],
  ["an address target", { targetType: "ip" }],
  ["HTTPS", { protocol: "HTTPS", healthCheck: { protocol: "HTTPS" } }],
  ["HTTP/2", { protocolVersion: "HTTP2" }],
  ["gRPC", { protocolVersion: "GRPC" }],
  ["no slow start", { slowStart: 0 }],
  ["no slow start with another algorithm", { slowStart: 0, loadBalancingAlgorithmType: LEAST }],
  ["round robin", { loadBalancingAlgorithmType: "round_robin" }],
  ["weighted random", { loadBalancingAlgorithmType: "weighted_random" }],
  ["no deregistration delay", { deregistrationDelay: 0 }],
  ["the longest deregistration delay", { deregistrationDelay: 3600 }],
  ["no anomaly mitigation", { loadBalancingAnomalyMitigation: "off" }],
  ["zones on", { loadBalancingCrossZoneEnabled: "true" }],
  ["zones off", { loadBalancingCrossZoneEnabled: "false" }],
  ["zones as they are", { loadBalancingCrossZoneEnabled: "use_load_balancer_configuration" }],
  ["a network, a family and tags", { vpcId: "vpc-1", ipAddressType: "ipv4", tags: { a: "b" } }],
  ["processes", { targets: ["localhost:3000", "10.0.0.1:80"] }],
  ["the shortest stickiness", { stickiness: { type: "lb_cookie", cookieDuration: 1 } }],
  ["the longest stickiness", { stickiness: { type: "lb_cookie", cookieDuration: 604_800 } }],
  ["stickiness that is off", { stickiness: { type: "app_cookie", enabled: false } }],
  [
    "no seconds of stickiness that is off",
    { stickiness: { type: "lb_cookie", enabled: false, cookieDuration: 0 } },
  ],
  ["stickiness by address that is off", { stickiness: { type: "source_ip", enabled: false } }],
  ["an application's cookie", { stickiness: { type: "app_cookie", cookieName: "JSESSIONID" } }],
  ["a cookie like a reserved one", { stickiness: { type: "app_cookie", cookieName: "XAWSALB" } }],
])("accepts %s", (_, values) => {
  expect(validateTargetGroup({ name: "a", ...values }, "t")).toEqual([]);
});

test.each<[string, HealthCheck]>([
  ["an empty one", {}],
  ["the shortest interval", { interval: 5 }],
  ["the longest interval", { interval: 300 }],
  ["the shortest timeout", { timeout: 2 }],
  ["the longest timeout", { timeout: 120, interval: 121 }],
  ["the longest timeout below AWS's interval", { timeout: 29 }],
  ["a timeout just below the interval", { timeout: 9, interval: 10 }],
  ["the lowest threshold", { unhealthyThreshold: 2 }],
  ["the highest threshold", { unhealthyThreshold: 10 }],
  ["a path with a query", { path: "/a?b=c" }],
  ["a path of 1024 characters", { path: `/${"a".repeat(1023)}` }],
  ["on", { enabled: true }],
  ["the lowest healthy threshold", { healthyThreshold: 2 }],
  ["the highest healthy threshold", { healthyThreshold: 10 }],
  ["the port of the requests", { port: "traffic-port" }],
  ["the lowest port, as text", { port: "1" }],
  ["the highest port", { port: 65535 }],
  ["HTTP", { protocol: "HTTP" }],
  ["HTTPS", { protocol: "HTTPS" }],
  ["the statuses that Kubernetes takes", { matcher: "200-399" }],
])("accepts a health check: %s", (_, healthCheck) => {
  expect(validateTargetGroup({ name: "a", ...(healthCheck && { healthCheck }) }, "t")).toEqual([]);
});

test.each<[string, Partial<TargetGroupValues>, string[]]>([
  ["a name with a dot", { name: "a.b" }, ["KECS1001 t.name"]],
  ["port 0", { port: 0 }, ["KECS1011 t.port"]],
  ["port 65536", { port: 65536 }, ["KECS1011 t.port"]],
  ["another protocol", { protocol: "TCP" }, ["KECS1008 t.protocol"]],
  ["another version", { protocolVersion: "HTTP3" }, ["KECS1008 t.protocolVersion"]],
  ["instances", { targetType: "instance" }, ["KECS1013 t.targetType"]],
  ["functions", { targetType: "lambda" }, ["KECS1013 t.targetType"]],
  ["load balancers", { targetType: "alb" }, ["KECS1013 t.targetType"]],
  ["targets of no kind", { targetType: "pod" }, ["KECS1008 t.targetType"]],
  [
    "another algorithm",
    { loadBalancingAlgorithmType: "random" },
    ["KECS1008 t.loadBalancingAlgorithmType"],
  ],
  ["a slow start of 29", { slowStart: 29 }, ["KECS1011 t.slowStart"]],
  ["a slow start of 901", { slowStart: 901 }, ["KECS1011 t.slowStart"]],
  [
    "a slow start with least outstanding requests",
    { slowStart: 30, loadBalancingAlgorithmType: LEAST },
    ["KECS1015 t.slowStart"],
  ],
  ["a delay of -1", { deregistrationDelay: -1 }, ["KECS1011 t.deregistrationDelay"]],
  ["a delay of 3601", { deregistrationDelay: 3601 }, ["KECS1011 t.deregistrationDelay"]],
  [
    "another anomaly mitigation",
    { loadBalancingAnomalyMitigation: "true" },
    ["KECS1008 t.loadBalancingAnomalyMitigation"],
  ],
  [
    "another setting of zones",
    { loadBalancingCrossZoneEnabled: "on" },
    ["KECS1008 t.loadBalancingCrossZoneEnabled"],
  ],
  ["another family", { ipAddressType: "dualstack" }, ["KECS1008 t.ipAddressType"]],
  ["a process by name", { targets: ["db:1"] }, ["KECS1022 t.targets[0]"]],
  ["stickiness by address", { stickiness: { type: "source_ip" } }, ["KECS1013 t.stickiness.type"]],
  ["stickiness of no kind", { stickiness: { type: "cookie" } }, ["KECS1008 t.stickiness.type"]],
  [
    "0 seconds of stickiness",
    { stickiness: { type: "lb_cookie", cookieDuration: 0 } },
    ["KECS1011 t.stickiness.cookieDuration"],
  ],
  [
    "604801 seconds of stickiness",
    { stickiness: { type: "lb_cookie", cookieDuration: 604_801 } },
    ["KECS1011 t.stickiness.cookieDuration"],
  ],
  [
    "an application's cookie without a name",
    { stickiness: { type: "app_cookie" } },
    ["KECS1009 t.stickiness.cookieName"],
  ],
  [
    "an empty name of a cookie",
    { stickiness: { type: "app_cookie", cookieName: "" } },
    ["KECS1009 t.stickiness.cookieName"],
  ],
  [
    "a name that no cookie can have",
    { stickiness: { type: "app_cookie", cookieName: "a;b" } },
    ["KECS1008 t.stickiness.cookieName"],
  ],
  ...["AWSALB", "AWSALBAPP-0", "AWSALBTG", "AWSALBCORS"].map(
    (cookieName): [string, Partial<TargetGroupValues>, string[]] => [
      `AWS's own cookie ${cookieName}`,
      { stickiness: { type: "app_cookie", cookieName } },
      ["KECS1008 t.stickiness.cookieName"],
    ],
  ),
])("rejects %s", (_, values, expected) => {
  expect(brief(validateTargetGroup({ name: "a", ...values }, "t"))).toEqual(expected);
});

test.each<[string, HealthCheck, string[]]>([
  ["an interval of 4", { interval: 4 }, ["KECS1011 t.healthCheck.interval"]],
  ["an interval of 301", { interval: 301 }, ["KECS1011 t.healthCheck.interval"]],
  ["a timeout of 1", { timeout: 1 }, ["KECS1011 t.healthCheck.timeout"]],
  ["a timeout of 121", { timeout: 121, interval: 300 }, ["KECS1011 t.healthCheck.timeout"]],
  ["a threshold of 1", { unhealthyThreshold: 1 }, ["KECS1011 t.healthCheck.unhealthyThreshold"]],
  ["a threshold of 11", { unhealthyThreshold: 11 }, ["KECS1011 t.healthCheck.unhealthyThreshold"]],
  [
    "a timeout as long as the interval",
    { timeout: 10, interval: 10 },
    ["KECS1015 t.healthCheck.timeout"],
  ],
  ["a timeout as long as AWS's interval", { timeout: 30 }, ["KECS1015 t.healthCheck.timeout"]],
  ["a healthy threshold of 1", { healthyThreshold: 1 }, [`KECS1011 ${CHECK}.healthyThreshold`]],
  ["a healthy threshold of 11", { healthyThreshold: 11 }, [`KECS1011 ${CHECK}.healthyThreshold`]],
  ["port 0", { port: 0 }, [`KECS1008 ${CHECK}.port`]],
  ["port 65536", { port: "65536" }, [`KECS1008 ${CHECK}.port`]],
  ["a port in words", { port: "http" }, [`KECS1008 ${CHECK}.port`]],
  ["another protocol", { protocol: "TCP" }, [`KECS1008 ${CHECK}.protocol`]],
  ["a status below 200", { matcher: "199" }, [`KECS1008 ${CHECK}.matcher`]],
  ["a status above 499", { matcher: "200-500" }, [`KECS1008 ${CHECK}.matcher`]],
  ["a gRPC code of HTTP", { matcher: "0" }, [`KECS1008 ${CHECK}.matcher`]],
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

test("reads a matcher of a GRPC target group as codes of gRPC", () => {
  const codes = (matcher: string) =>
    brief(
      validateTargetGroup(
        { name: "a", protocolVersion: "GRPC", healthCheck: { matcher } },
        "t",
      ).filter(({ severity }) => severity === "error"),
    );
  expect(codes("0-99")).toEqual([]);
  expect(codes("200")).toEqual([`KECS1008 ${CHECK}.matcher`]);
});

const HEALTH = "/grpc.health.v1.Health/Check";

test.each<[string, Partial<TargetGroupValues>, string[]]>([
  ["the shortest slow start", { slowStart: 30 }, ["KECS1013 t.slowStart"]],
  ["the longest slow start", { slowStart: 900 }, ["KECS1013 t.slowStart"]],
  [
    "anomaly mitigation",
    { loadBalancingAnomalyMitigation: "on" },
    ["KECS1013 t.loadBalancingAnomalyMitigation"],
  ],
  ["IPv6", { ipAddressType: "ipv6" }, ["KECS1013 t.ipAddressType"]],
  [
    "the path of a check of HTTP/2",
    { protocolVersion: "HTTP2", healthCheck: { path: "/h" } },
    [`KECS1013 ${CHECK}.path`],
  ],
  [
    "the health service with AWS's own code",
    { protocolVersion: "GRPC", healthCheck: { path: HEALTH } },
    [`KECS1013 ${CHECK}.path`],
  ],
  ["no check", { healthCheck: { enabled: false } }, [`KECS1008 ${CHECK}.enabled`]],
  ["a check by HTTP of HTTPS", { protocol: "HTTPS" }, [`KECS1015 ${CHECK}.protocol`]],
  [
    "no check of HTTPS",
    { protocol: "HTTPS", healthCheck: { enabled: false } },
    [`KECS1008 ${CHECK}.enabled`],
  ],
])("warns once of %s, and goes on", (_, values, expected) => {
  const issues = validateTargetGroup({ name: "a", ...values }, "t");
  expect(brief(issues)).toEqual(expected);
  expect(issues.map(({ severity }) => severity)).toEqual(expected.map(() => "warning"));
});

test("says in a warning what was asked for and what happens", () => {
  const { message } = only(
    validateTargetGroup(
      { name: "a", protocolVersion: "HTTP2", healthCheck: { matcher: "200" } },
      "t",
    ),
  );
  expect(message).toBe(
    '"200": a task is healthy here while it accepts connections: KECS cannot check over HTTP/2 without TLS',
  );
});
