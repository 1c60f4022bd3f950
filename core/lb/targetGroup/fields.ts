import type { Connection } from "../../connection";
import { argumentFields, NO_EFFECT } from "../../support/argumentFields";
import { CONNECTION_FIELD } from "../../support/connectionFields";
import { holding, ignored } from "../../support/fieldSpec";
import type { TargetGroupValues } from "./values";

interface Resolved extends TargetGroupValues {
  readonly connection: Connection;
}

const OTHER_LOAD_BALANCER = "it belongs to Network and Gateway Load Balancers";
const MINIMUM = {
  minimumHealthyTargetsCount: "textOrNumber",
  minimumHealthyTargetsPercentage: "text",
} as const;

/** Every field of a TargetGroup, and those of `aws.lb.TargetGroup`. */
export const TARGET_GROUP_FIELDS = argumentFields<Resolved>("a target group", NO_EFFECT, {
  connection: CONNECTION_FIELD,
  name: "text!",
  port: "number",
  protocol: "text",
  protocolVersion: "text",
  targetType: "text",
  healthCheck: holding("object", {
    enabled: "boolean",
    path: "text",
    port: "textOrNumber",
    protocol: "text",
    matcher: "text",
    interval: "number",
    timeout: "number",
    healthyThreshold: "number",
    unhealthyThreshold: "number",
  }),
  stickiness: holding("object", {
    type: "text!",
    enabled: "boolean",
    cookieDuration: "number",
    cookieName: "text",
  }),
  loadBalancingAlgorithmType: "text",
  slowStart: "number",
  deregistrationDelay: "number",
  loadBalancingAnomalyMitigation: "text",
  loadBalancingCrossZoneEnabled: "text",
  vpcId: "text",
  ipAddressType: "text",
  tags: "textMap",
  targets: "texts",
  namePrefix: ignored("text", "the name is `name`, or that of the component"),
  region: ignored("text", "the region is the instance's"),
  connectionTermination: ignored("boolean", OTHER_LOAD_BALANCER),
  preserveClientIp: ignored("text", OTHER_LOAD_BALANCER),
  proxyProtocolV2: ignored("boolean", OTHER_LOAD_BALANCER),
  lambdaMultiValueHeadersEnabled: ignored("boolean", "there are no targets of type lambda here"),
  targetControlPort: ignored("number", "targets do not report how many requests they can take"),
  targetFailovers: ignored("objects", OTHER_LOAD_BALANCER, {
    fields: { onDeregistration: "text", onUnhealthy: "text" },
  }),
  targetGroupHealth: ignored("object", "one healthy target is enough", {
    fields: {
      dnsFailover: holding("object", MINIMUM),
      unhealthyStateRouting: holding("object", MINIMUM),
    },
  }),
  targetHealthStates: ignored("objects", OTHER_LOAD_BALANCER, {
    fields: {
      enableUnhealthyConnectionTermination: "boolean",
      unhealthyDrainingInterval: "number",
    },
  }),
});
