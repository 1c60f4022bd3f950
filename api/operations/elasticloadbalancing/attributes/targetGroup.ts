import type { AwsObject } from "../../../world/world";
import type { TargetGroupAttributes } from "../../../../core/lb/targetGroup/record";
import type { TargetGroupValues } from "../../../../core/lb/targetGroup/values";
import { defaultsOf, flag, number, text, type AttributeTable } from "./attributes";

const HEALTH = "target_group_health";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html */
const OF_EVERY_VERSION: AttributeTable = {
  "deregistration_delay.timeout_seconds": number(300),
  "load_balancing.algorithm.type": text("round_robin"),
  "load_balancing.algorithm.anomaly_mitigation": { default: "off", values: ["on", "off"] },
  "load_balancing.cross_zone.enabled": text("use_load_balancer_configuration"),
  "slow_start.duration_seconds": number(0),
  "stickiness.enabled": flag(false),
  "stickiness.type": { default: "lb_cookie", values: ["lb_cookie", "app_cookie"] },
  "stickiness.lb_cookie.duration_seconds": number(86_400),
  "stickiness.app_cookie.duration_seconds": number(86_400),
  "stickiness.app_cookie.cookie_name": text(),
  [`${HEALTH}.dns_failover.minimum_healthy_targets.count`]: text("1"),
  [`${HEALTH}.dns_failover.minimum_healthy_targets.percentage`]: text("off"),
  [`${HEALTH}.unhealthy_state_routing.minimum_healthy_targets.count`]: text("1"),
  [`${HEALTH}.unhealthy_state_routing.minimum_healthy_targets.percentage`]: text("off"),
};
const RESETS: AttributeTable = { "routing.http2.rst_stream_error_forwarding.enabled": flag(false) };
const TABLES: Readonly<Record<string, AttributeTable>> = {
  HTTP2: {
    ...OF_EVERY_VERSION,
    ...RESETS,
    "waf.http2.traffic_inspection_behavior": {
      default: "inspect_immediately",
      values: ["inspect_immediately", "inspect_after_sufficient_data"],
    },
  },
  GRPC: { ...OF_EVERY_VERSION, ...RESETS },
};

/** Those of target groups of other load balancers, and of Lambda functions. */
export const OTHER_TARGET_GROUP_ATTRIBUTES = [
  "deregistration_delay.connection_termination.enabled",
  "lambda.multi_value_headers.enabled",
  "preserve_client_ip.enabled",
  "proxy_protocol_v2.enabled",
  "send_tcp_reset.on_deregistration.enabled",
  "send_tcp_reset.on_unhealthy.enabled",
  "target_failover.on_deregistration",
  "target_failover.on_unhealthy",
  "target_health_state.unhealthy.connection_termination.enabled",
  "target_health_state.unhealthy.draining_interval_seconds",
];

/** The attributes that a target group can have. */
export function targetGroupTable(object: Pick<AwsObject, "attributes">): AttributeTable {
  return TABLES[recordOf(object).protocolVersion ?? ""] ?? OF_EVERY_VERSION;
}

/** All attributes of a target group, by AWS's keys. */
export function targetGroupAttributes(
  object: Pick<AwsObject, "attributes" | "echo">,
): Record<string, string> {
  return {
    ...defaultsOf(targetGroupTable(object)),
    ...(object.echo["Attributes"] as Record<string, string> | undefined),
    ...recordOf(object).attributes,
  };
}

/** What the attributes are in a target group's values. */
export function attributeValues(all: Readonly<Record<string, string>>): Partial<TargetGroupValues> {
  const type = all["stickiness.type"] ?? "lb_cookie";
  const cookieName = all["stickiness.app_cookie.cookie_name"] ?? "";
  return {
    deregistrationDelay: Number(all["deregistration_delay.timeout_seconds"]),
    loadBalancingAlgorithmType: all["load_balancing.algorithm.type"],
    loadBalancingAnomalyMitigation: all["load_balancing.algorithm.anomaly_mitigation"],
    loadBalancingCrossZoneEnabled: all["load_balancing.cross_zone.enabled"],
    slowStart: Number(all["slow_start.duration_seconds"]),
    stickiness: {
      type,
      enabled: all["stickiness.enabled"] === "true",
      cookieDuration: Number(all[`stickiness.${type}.duration_seconds`]),
      ...(cookieName === "" ? {} : { cookieName }),
    },
  };
}

/** The stickiness of either type as it would be if it were on: AWS checks what is off as well. */
export function stickinessValues(
  all: Readonly<Record<string, string>>,
): NonNullable<TargetGroupValues["stickiness"]>[] {
  const cookieName = all["stickiness.app_cookie.cookie_name"] ?? "";
  const duration = (type: string): number => Number(all[`stickiness.${type}.duration_seconds`]);
  return [
    { type: "lb_cookie", cookieDuration: duration("lb_cookie") },
    cookieName === ""
      ? { type: "lb_cookie", cookieDuration: duration("app_cookie") }
      : { type: "app_cookie", cookieDuration: duration("app_cookie"), cookieName },
  ];
}

function recordOf({ attributes }: Pick<AwsObject, "attributes">): TargetGroupAttributes {
  return attributes as unknown as TargetGroupAttributes;
}
