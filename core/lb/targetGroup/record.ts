import { recordManifest } from "../../record";
import type { TargetGroupValues } from "./values";

export const DEFAULT_PORT = 80;

/**
 * The record of a target group: its description in the words of the arguments, and its attributes
 * under AWS's keys.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html
 */
export function targetGroupRecord(of: TargetGroupValues, arn: string) {
  const { stickiness } = of;
  const cookie = stickiness?.type === "app_cookie" ? "app_cookie" : "lb_cookie";
  const attributes = {
    "deregistration_delay.timeout_seconds": String(of.deregistrationDelay ?? 300),
    "load_balancing.algorithm.type": of.loadBalancingAlgorithmType ?? "round_robin",
    "load_balancing.algorithm.anomaly_mitigation": of.loadBalancingAnomalyMitigation ?? "off",
    "load_balancing.cross_zone.enabled":
      of.loadBalancingCrossZoneEnabled ?? "use_load_balancer_configuration",
    "slow_start.duration_seconds": String(of.slowStart ?? 0),
    "stickiness.enabled": String(stickiness !== undefined && stickiness.enabled !== false),
    "stickiness.type": cookie,
    [`stickiness.${cookie}.duration_seconds`]: String(stickiness?.cookieDuration ?? 86_400),
    ...(cookie === "app_cookie"
      ? { "stickiness.app_cookie.cookie_name": stickiness?.cookieName ?? "" }
      : {}),
  };
  return recordManifest({
    key: `tg-${of.name}`,
    arn,
    attributes: {
      name: of.name,
      port: of.port ?? DEFAULT_PORT,
      protocol: of.protocol ?? "HTTP",
      protocolVersion: of.protocolVersion ?? "HTTP1",
      targetType: "ip",
      ipAddressType: of.ipAddressType ?? "ipv4",
      healthCheck: of.healthCheck ?? {},
      attributes,
      ...(of.vpcId === undefined ? {} : { vpcId: of.vpcId }),
      targets: of.targets ?? [],
      tags: of.tags ?? {},
    },
  });
}
