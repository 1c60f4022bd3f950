import type {
  CreateTargetGroupCommandInput,
  ModifyTargetGroupCommandInput,
  TargetGroup,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../../world/awsError";
import type { AwsObject } from "../../../world/world";
import { VPC_ID } from "../../../../core/ec2/network";
import {
  HEALTHY_THRESHOLD,
  HTTP_MATCHER,
  TIMEOUT_SECONDS,
  UNHEALTHY_THRESHOLD,
} from "../../../../core/lb/targetGroup/healthDefaults";
import { recordedTargetGroup } from "../../../../core/lb/targetGroup/record";
import type { HealthCheckValues, TargetGroupValues } from "../../../../core/lb/targetGroup/values";
import { attributeValues, targetGroupAttributes } from "../attributes/targetGroup";
import { defined } from "./defined";
import { tagsOf, toTagValues } from "./tags";

/* https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroup.html */
const INTERVAL_SECONDS = 30;
const GRPC_PATH = "/AWS.ALB/healthcheck";
const GRPC_MATCHER = "12";

/** The values of a target group that is to be made. */
export function toTargetGroupValues(input: CreateTargetGroupCommandInput): TargetGroupValues {
  return defined({
    name: input.Name ?? "",
    port: input.Port,
    protocol: input.Protocol,
    protocolVersion: input.ProtocolVersion,
    // Not what AWS takes by itself: KECS has no instances.
    targetType: input.TargetType ?? "instance",
    ipAddressType: input.IpAddressType,
    vpcId: input.VpcId,
    healthCheck: toHealthCheckValues(input, input.ProtocolVersion),
    tags: toTagValues(input.Tags),
  });
}

/** The values of a target group that there is. */
export function targetGroupValuesOf(object: AwsObject): TargetGroupValues {
  return {
    ...recordedTargetGroup(object),
    ...attributeValues(targetGroupAttributes(object)),
    tags: tagsOf(object),
  };
}

type HealthCheckInput = Omit<ModifyTargetGroupCommandInput, "TargetGroupArn">;

/** What an input says of the health check, and nothing else. */
export function toHealthCheckValues(
  input: HealthCheckInput,
  protocolVersion: string | undefined,
): HealthCheckValues {
  return defined({
    enabled: input.HealthCheckEnabled,
    path: input.HealthCheckPath,
    port: input.HealthCheckPort,
    protocol: input.HealthCheckProtocol,
    matcher: matcherOf(input.Matcher, protocolVersion === "GRPC"),
    interval: input.HealthCheckIntervalSeconds,
    timeout: input.HealthCheckTimeoutSeconds,
    healthyThreshold: input.HealthyThresholdCount,
    unhealthyThreshold: input.UnhealthyThresholdCount,
  });
}

function matcherOf(matcher: HealthCheckInput["Matcher"], isGrpc: boolean): string | undefined {
  const wrong = isGrpc ? matcher?.HttpCode : matcher?.GrpcCode;
  if (wrong !== undefined) {
    throw new AwsError(
      "ValidationError",
      isGrpc
        ? "Matcher.HttpCode is for the protocol versions HTTP1 and HTTP2; use GrpcCode"
        : "Matcher.GrpcCode is for the protocol version GRPC; use HttpCode",
    );
  }
  return isGrpc ? matcher?.GrpcCode : matcher?.HttpCode;
}

export function toAwsTargetGroup(
  object: Pick<AwsObject, "arn" | "attributes" | "echo">,
  loadBalancerArns: readonly string[],
): TargetGroup {
  const of = recordedTargetGroup(object);
  const check = of.healthCheck ?? {};
  const isGrpc = of.protocolVersion === "GRPC";
  return defined({
    TargetGroupArn: object.arn,
    TargetGroupName: of.name,
    Protocol: of.protocol as TargetGroup["Protocol"],
    Port: of.port,
    VpcId: of.vpcId ?? VPC_ID,
    HealthCheckProtocol: (check.protocol ?? "HTTP") as TargetGroup["HealthCheckProtocol"],
    HealthCheckPort: String(check.port ?? "traffic-port"),
    HealthCheckEnabled: check.enabled ?? true,
    HealthCheckIntervalSeconds: check.interval ?? INTERVAL_SECONDS,
    HealthCheckTimeoutSeconds: check.timeout ?? TIMEOUT_SECONDS,
    HealthyThresholdCount: check.healthyThreshold ?? HEALTHY_THRESHOLD,
    UnhealthyThresholdCount: check.unhealthyThreshold ?? UNHEALTHY_THRESHOLD,
    HealthCheckPath: check.path ?? (isGrpc ? GRPC_PATH : "/"),
    Matcher: isGrpc
      ? { GrpcCode: check.matcher ?? GRPC_MATCHER }
      : { HttpCode: check.matcher ?? HTTP_MATCHER },
    LoadBalancerArns: [...loadBalancerArns],
    TargetType: "ip" as const,
    ProtocolVersion: of.protocolVersion,
    IpAddressType: of.ipAddressType as TargetGroup["IpAddressType"],
    TargetControlPort: object.echo["TargetControlPort"] as number | undefined,
  });
}
