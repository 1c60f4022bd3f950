import type { RecordContent } from "../../records/manifest";
import type { ObjectRecord } from "../../records/records";
import type { HealthCheckValues, TargetGroupValues } from "./values";

export const DEFAULT_PORT = 80;
const DEFAULT_DELAY = 300;

/** What the record of a target group says of it. */
export interface TargetGroupAttributes extends Required<
  Pick<
    TargetGroupValues,
    "name" | "port" | "protocol" | "protocolVersion" | "targetType" | "ipAddressType" | "tags"
  >
> {
  readonly healthCheck: HealthCheckValues;
  /** By the keys of AWS, all of them texts. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Present where somebody asked for it, as pauses of stopping tasks depend on that. */
  readonly deregistrationDelay?: number;
  readonly vpcId?: string;
  readonly targets: readonly string[];
}

/**
 * The record of a target group: its description in the words of the arguments, and its attributes
 * under AWS's keys.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html
 */
export function targetGroupRecord(
  of: TargetGroupValues,
  arn: string,
): RecordContent<TargetGroupAttributes> {
  const { stickiness } = of;
  const cookie = stickiness?.type === "app_cookie" ? "app_cookie" : "lb_cookie";
  const attributes = {
    "deregistration_delay.timeout_seconds": String(of.deregistrationDelay ?? DEFAULT_DELAY),
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
  return {
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
      ...(of.deregistrationDelay === undefined
        ? {}
        : { deregistrationDelay: of.deregistrationDelay }),
      ...(of.vpcId === undefined ? {} : { vpcId: of.vpcId }),
      targets: of.targets ?? [],
      tags: of.tags ?? {},
    },
  };
}

/** The arguments of the target group that a record is of, as far as requests and targets meet them. */
export function recordedTargetGroup(record: Pick<ObjectRecord, "attributes">): TargetGroupValues {
  const { attributes, ...values } = record.attributes as unknown as TargetGroupAttributes;
  const type = attributes["stickiness.type"] ?? "lb_cookie";
  const cookieName = attributes["stickiness.app_cookie.cookie_name"];
  // AWS's default counts only where it was asked for, which is in the values then.
  const delay = Number(attributes["deregistration_delay.timeout_seconds"]);
  return {
    ...values,
    ...(attributes["stickiness.enabled"] === "true"
      ? {
          stickiness: {
            type,
            cookieDuration: Number(attributes[`stickiness.${type}.duration_seconds`]),
            ...(cookieName === undefined ? {} : { cookieName }),
          },
        }
      : {}),
    loadBalancingAlgorithmType: attributes["load_balancing.algorithm.type"] ?? "round_robin",
    ...(delay === DEFAULT_DELAY ? {} : { deregistrationDelay: delay }),
    slowStart: Number(attributes["slow_start.duration_seconds"]),
  };
}
