import { targetHealthCheck } from "../../../../../core/lb/targetGroup/targetHealth";

test("checks as AWS does unless told otherwise, but each second", () => {
  expect(targetHealthCheck({})).toEqual({
    by: "http",
    scheme: "http",
    path: "/",
    port: 0,
    matcher: "200",
    http2: false,
    interval: 1,
    timeout: 5,
    healthyThreshold: 5,
    unhealthyThreshold: 2,
    failsOpen: true,
  });
});

test("checks as it was told", () => {
  const healthCheck = {
    path: "/h?a=b",
    port: "9000",
    protocol: "HTTPS",
    matcher: "200,302-399",
    interval: 30,
    timeout: 6,
    healthyThreshold: 4,
    unhealthyThreshold: 3,
  };
  expect(targetHealthCheck({ healthCheck, protocolVersion: "HTTP2" })).toEqual({
    by: "http",
    scheme: "https",
    path: "/h?a=b",
    port: 9000,
    matcher: "200,302-399",
    http2: true,
    interval: 30,
    timeout: 6,
    healthyThreshold: 4,
    unhealthyThreshold: 3,
    failsOpen: true,
  });
});

test("checks a task of another stack by a connection where the protocol is gRPC", () => {
  const healthCheck = { path: "/grpc.health.v1.Health/Check", matcher: "0" };
  expect(targetHealthCheck({ protocolVersion: "GRPC", healthCheck }).by).toBe("connect");
  expect(targetHealthCheck({ healthCheck: { enabled: false } }).by).toBe("nothing");
});

test("never fails open beside processes, which are never unhealthy", () => {
  expect(targetHealthCheck({ targets: ["localhost:3000"] }).failsOpen).toBe(false);
});
