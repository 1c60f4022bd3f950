import { loadBalancerArn, targetGroupArn } from "../../../../../core/arn";
import { assumedTargetGroup, targetGroupModel } from "../../../../../core/lb/targetGroup/model";
import type { StickinessValues } from "../../../../../core/lb/targetGroup/values";
import { CONNECTION } from "../../../../helpers/samples";

const ARN = targetGroupArn(CONNECTION, "web");
const DEFAULTS = {
  name: "web",
  arn: ARN,
  protocol: "HTTP",
  protocolVersion: "HTTP1",
  algorithm: "round_robin",
};

test("has AWS's defaults, also for a target group of another stack", () => {
  expect(targetGroupModel({ name: "web" }, ARN)).toEqual(DEFAULTS);
  expect(assumedTargetGroup(ARN)).toEqual(DEFAULTS);
});

test("has no name where the ARN is another thing's", () => {
  const arn = loadBalancerArn(CONNECTION, "web");
  expect(assumedTargetGroup(arn)).toEqual({ ...DEFAULTS, name: "", arn });
});

test("has what the arguments say", () => {
  const values = {
    name: "web",
    protocol: "HTTPS",
    protocolVersion: "GRPC",
    loadBalancingAlgorithmType: "weighted_random",
  };
  expect(targetGroupModel(values, ARN)).toEqual({
    ...DEFAULTS,
    protocol: "HTTPS",
    protocolVersion: "GRPC",
    algorithm: "weighted_random",
  });
});

test.each<[StickinessValues, object | undefined]>([
  [{ type: "lb_cookie" }, { cookieName: "AWSALB", duration: 86_400 }],
  [
    { type: "lb_cookie", enabled: true, cookieDuration: 1 },
    { cookieName: "AWSALB", duration: 1 },
  ],
  [
    { type: "app_cookie", cookieName: "SESSION", cookieDuration: 60 },
    { cookieName: "AWSALBAPP-0", duration: 60 },
  ],
  [{ type: "lb_cookie", enabled: false }, undefined],
])("makes of the stickiness %p what Traefik has", (stickiness, expected) => {
  expect(targetGroupModel({ name: "web", stickiness }, ARN)).toEqual(
    expected === undefined ? DEFAULTS : { ...DEFAULTS, stickiness: expected },
  );
});
