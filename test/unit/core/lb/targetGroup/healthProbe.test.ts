import { healthProbe, type Checked } from "../../../../../core/lb/targetGroup/healthProbe";

const HEALTH = "/grpc.health.v1.Health/Check";

/** The probe, and the field whose difference to AWS is told. */
const probe = (of: Checked): string => {
  const { by, difference } = healthProbe(of);
  return difference === undefined ? by : `${by}, not ${difference.field}`;
};

test.each<[string, Checked["healthCheck"], string]>([
  ["nothing given", {}, "http"],
  ["a path", { path: "/h" }, "http"],
  ["AWS's own default", { matcher: "200" }, "http"],
  ["codes that Kubernetes' own probe would not take", { matcher: "404" }, "http"],
  ["HTTPS", { protocol: "HTTPS" }, "http"],
  ["a check that is off", { enabled: false, matcher: "404" }, "nothing"],
])("checks by HTTP/1.1 with %s", (_, healthCheck, expected) => {
  expect(probe({ ...(healthCheck && { healthCheck }) })).toBe(expected);
  expect(probe({ protocolVersion: "HTTP1", ...(healthCheck && { healthCheck }) })).toBe(expected);
});

test.each<[string, Checked["healthCheck"], string]>([
  ["nothing given", {}, "connect"],
  ["HTTP", { protocol: "HTTP" }, "connect"],
  ["a path", { path: "/h", matcher: "200" }, "connect, not path"],
  ["a matcher", { matcher: "200-399" }, "connect, not matcher"],
  ["HTTPS", { protocol: "HTTPS", path: "/h" }, "http"],
  ["HTTPS and a matcher", { protocol: "HTTPS", matcher: "200" }, "http"],
])("checks HTTP/2 with %s", (_, healthCheck, expected) => {
  expect(probe({ protocolVersion: "HTTP2", ...(healthCheck && { healthCheck }) })).toBe(expected);
});

test.each<[string, Checked["healthCheck"], string]>([
  ["nothing given", {}, "connect"],
  ["the health service", { path: HEALTH, matcher: "0" }, "grpc"],
  ["the health service and more codes", { path: HEALTH, matcher: "0-99" }, "grpc"],
  ["the health service and AWS's own code", { path: HEALTH }, "connect, not path"],
  ["the health service and another code", { path: HEALTH, matcher: "1-99" }, "connect, not path"],
  [
    "the health service by HTTPS",
    { path: HEALTH, matcher: "0", protocol: "HTTPS" },
    "connect, not path",
  ],
  ["another service", { path: "/a.B/C", matcher: "0" }, "connect, not path"],
  ["a code alone", { matcher: "0" }, "connect, not matcher"],
  ["a check that is off", { enabled: false, path: HEALTH }, "nothing"],
])("checks gRPC with %s", (_, healthCheck, expected) => {
  expect(probe({ protocolVersion: "GRPC", ...(healthCheck && { healthCheck }) })).toBe(expected);
});
