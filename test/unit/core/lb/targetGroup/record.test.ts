import { recordedTargetGroup, targetGroupRecord } from "../../../../../core/lb/targetGroup/record";
import type { TargetGroupValues } from "../../../../../core/lb/targetGroup/values";

const record = (values: TargetGroupValues) => {
  const { arn, attributes } = targetGroupRecord(values, "arn");
  return { arn, ...attributes };
};

test("holds everything under AWS's names", () => {
  const healthCheck = { path: "/h", matcher: "200-399" };
  expect(
    record({
      name: "web",
      port: 8000,
      protocol: "HTTPS",
      protocolVersion: "HTTP2",
      targetType: "ip",
      healthCheck,
      stickiness: { type: "app_cookie", cookieName: "SESSION", cookieDuration: 60 },
      loadBalancingAlgorithmType: "weighted_random",
      slowStart: 30,
      deregistrationDelay: 5,
      loadBalancingAnomalyMitigation: "on",
      loadBalancingCrossZoneEnabled: "false",
      vpcId: "vpc-1",
      ipAddressType: "ipv6",
      tags: { team: "a" },
      targets: ["localhost:3000"],
    }),
  ).toEqual({
    name: "web",
    arn: "arn",
    port: 8000,
    protocol: "HTTPS",
    protocolVersion: "HTTP2",
    targetType: "ip",
    ipAddressType: "ipv6",
    healthCheck,
    attributes: {
      "deregistration_delay.timeout_seconds": "5",
      "load_balancing.algorithm.type": "weighted_random",
      "load_balancing.algorithm.anomaly_mitigation": "on",
      "load_balancing.cross_zone.enabled": "false",
      "slow_start.duration_seconds": "30",
      "stickiness.enabled": "true",
      "stickiness.type": "app_cookie",
      "stickiness.app_cookie.cookie_name": "SESSION",
      "stickiness.app_cookie.duration_seconds": "60",
    },
    deregistrationDelay: 5,
    vpcId: "vpc-1",
    targets: ["localhost:3000"],
    tags: { team: "a" },
  });
});

test.each<[string, TargetGroupValues, number | undefined]>([
  ["AWS's default, which nobody asked for", { name: "web" }, undefined],
  ["as many seconds, which somebody asked for", { name: "web", deregistrationDelay: 300 }, 300],
  ["fewer seconds", { name: "web", deregistrationDelay: 5 }, 5],
])("reads the deregistration delay: %s", (_, values, delay) => {
  const { attributes } = targetGroupRecord(values, "arn");
  const record = { kind: "tg", arn: "arn", stack: "shop/dev", attributes: { ...attributes } };
  expect(recordedTargetGroup(record).deregistrationDelay).toBe(delay);
});

test("says whether stickiness is on", () => {
  const stickiness = { type: "lb_cookie", enabled: false };
  expect(record({ name: "web", stickiness }).attributes["stickiness.enabled"]).toBe("false");
  expect(
    record({ name: "web", stickiness: { type: "lb_cookie" } }).attributes["stickiness.enabled"],
  ).toBe("true");
});
