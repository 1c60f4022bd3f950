import type { CreateTargetGroupCommandInput } from "@aws-sdk/client-elastic-load-balancing-v2";
import { targetGroupArn } from "../../../../../core/arn";
import {
  elsewhere,
  LoadBalancing,
  NOT_FOUND,
  SHOP,
  shop,
  SHOP_80,
  WEB,
  WEB_GROUP,
} from "../../../../helpers/api/loadBalancing";
import { CONNECTION } from "../../../../helpers/samples";

const NEW = targetGroupArn(CONNECTION, "new");

test("a target group is described with AWS's defaults, and with who uses it", () => {
  const instance = shop();
  const { TargetGroups } = instance.ask("DescribeTargetGroups", { Names: ["web"] });
  expect(TargetGroups).toEqual([
    {
      TargetGroupArn: WEB,
      TargetGroupName: "web",
      Protocol: "HTTP",
      Port: 80,
      VpcId: "vpc-0123456789abcdef0",
      HealthCheckProtocol: "HTTP",
      HealthCheckPort: "traffic-port",
      HealthCheckEnabled: true,
      HealthCheckIntervalSeconds: 30,
      HealthCheckTimeoutSeconds: 5,
      HealthyThresholdCount: 5,
      UnhealthyThresholdCount: 2,
      HealthCheckPath: "/",
      Matcher: { HttpCode: "200" },
      LoadBalancerArns: [SHOP],
      TargetType: "ip",
      ProtocolVersion: "HTTP1",
      IpAddressType: "ipv4",
    },
  ]);
  expect(instance.ask("CreateTargetGroup", WEB_GROUP).TargetGroups).toEqual(TargetGroups);
});

test("everything that is given is described", () => {
  const instance = new LoadBalancing();
  const input: CreateTargetGroupCommandInput = {
    Name: "rpc",
    Protocol: "HTTPS",
    ProtocolVersion: "GRPC",
    Port: 9000,
    VpcId: "vpc-1",
    HealthCheckProtocol: "HTTPS",
    HealthCheckPort: "81",
    HealthCheckEnabled: true,
    HealthCheckPath: "/x.Y/z",
    HealthCheckIntervalSeconds: 10,
    HealthCheckTimeoutSeconds: 6,
    HealthyThresholdCount: 2,
    UnhealthyThresholdCount: 3,
    Matcher: { GrpcCode: "0-3" },
    TargetType: "ip",
    IpAddressType: "ipv4",
    TargetControlPort: 3000,
  };
  const { Name, ...described } = input;
  const made = instance.ask("CreateTargetGroup", input).TargetGroups;
  expect(made).toMatchObject([{ TargetGroupName: Name, ...described, LoadBalancerArns: [] }]);
  expect(instance.objects[0]).toMatchObject({
    key: "tg-rpc",
    attributes: {
      port: 9000,
      healthCheck: { enabled: true, path: "/x.Y/z", port: "81", matcher: "0-3", interval: 10 },
    },
  });
});

test.each<[string, Partial<CreateTargetGroupCommandInput>, RegExp]>([
  ["a name that AWS does not allow", { Name: "a_b" }, /^ValidationError: Name: "a_b" is not/],
  [
    "AWS's default type",
    { TargetType: undefined },
    /^InvalidConfigurationRequest: TargetType: targets of type "instance" are not available here;.*--target-type ip/,
  ],
  ["Lambda functions", { TargetType: "lambda" }, /^InvalidConfigurationRequest: .*"lambda"/],
  ["load balancers as targets", { TargetType: "alb" }, /^InvalidConfigurationRequest: .*"alb"/],
  ["no protocol", { Protocol: undefined }, /^ValidationError: A protocol must be specified$/],
  ["no port", { Port: undefined }, /^ValidationError: A port must be specified$/],
  ["a protocol of others", { Protocol: "TCP" }, /Protocol: "TCP" is not one of "HTTP", "HTTPS"/],
  [
    "an unknown version",
    { ProtocolVersion: "HTTP3" },
    /^ValidationError: ProtocolVersion: "HTTP3"/,
  ],
  [
    "a timeout above the interval",
    { HealthCheckIntervalSeconds: 5, HealthCheckTimeoutSeconds: 6 },
    /^ValidationError: HealthCheckTimeoutSeconds: a timeout of "6" seconds is not below/,
  ],
  [
    "no checks",
    { HealthCheckEnabled: false },
    /^ValidationError: Health check enabled must be true/,
  ],
  ["gRPC codes of HTTP", { Matcher: { GrpcCode: "0" } }, /^ValidationError: Matcher.GrpcCode/],
  [
    "HTTP codes of gRPC",
    { ProtocolVersion: "GRPC", Matcher: { HttpCode: "200" } },
    /^ValidationError: Matcher.HttpCode/,
  ],
  ["a matcher that is none", { Matcher: { HttpCode: "x" } }, /^ValidationError: Matcher: "x"/],
  [
    "the name of another one with other settings",
    { Name: "web", Port: 81 },
    /^DuplicateTargetGroupName: A target group with the same name 'web' exists, but with different settings$/,
  ],
])("rejects %s", (_, more, message) => {
  expect(shop().refusal("CreateTargetGroup", { ...WEB_GROUP, Name: "new", ...more })).toMatch(
    message,
  );
});

test("describes some by name, ARN or load balancer", () => {
  const instance = shop();
  instance.ask("CreateTargetGroup", { ...WEB_GROUP, Name: "new" });
  const names = (input: object) =>
    instance
      .ask("DescribeTargetGroups", input)
      .TargetGroups?.map(({ TargetGroupName }) => TargetGroupName);
  expect(names({})).toEqual(["new", "web"]);
  expect(names({ TargetGroupArns: [elsewhere(WEB)] })).toEqual(["web"]);
  expect(names({ LoadBalancerArn: SHOP })).toEqual(["web"]);
  const notFound = "TargetGroupNotFound: One or more target groups not found";
  expect(instance.refusal("DescribeTargetGroups", { Names: ["x"] })).toBe(notFound);
  expect(instance.refusal("DescribeTargetGroups", { TargetGroupArns: [`${WEB}0`] })).toBe(notFound);
  expect(
    instance.refusal("DescribeTargetGroups", { Names: ["web"], LoadBalancerArn: SHOP }),
  ).toMatch(/^ValidationError: .*at the same time/);
});

test("one that is in use is kept; one that there is not is deleted at once", () => {
  const instance = shop();
  expect(instance.refusal("DeleteTargetGroup", { TargetGroupArn: WEB })).toBe(
    `ResourceInUse: Target group '${WEB}' is currently in use by a listener or a rule`,
  );
  instance.ask("ModifyListener", { ListenerArn: SHOP_80, DefaultActions: [NOT_FOUND] });
  instance.ask("DeleteTargetGroup", { TargetGroupArn: elsewhere(WEB) });
  expect(instance.ask("DeleteTargetGroup", { TargetGroupArn: WEB })).toEqual({});
  expect(instance.refusal("DeleteTargetGroup", { TargetGroupArn: "web" })).toBe(
    "ValidationError: 'web' is not a valid target group ARN",
  );
});

test("a change of the health check keeps everything else", () => {
  const instance = shop();
  instance.ask("RegisterTargets", { TargetGroupArn: WEB, Targets: [{ Id: "192.168.1.5" }] });
  const attributes = instance.ask("DescribeTargetGroupAttributes", { TargetGroupArn: WEB });
  const { TargetGroups } = instance.ask("ModifyTargetGroup", {
    TargetGroupArn: WEB,
    HealthCheckPath: "/ok",
    Matcher: { HttpCode: "200-299" },
  });
  expect(TargetGroups).toMatchObject([
    { HealthCheckPath: "/ok", Matcher: { HttpCode: "200-299" }, LoadBalancerArns: [SHOP] },
  ]);
  expect(instance.objects.find(({ arn }) => arn === WEB)?.attributes).toMatchObject({
    healthCheck: { path: "/ok", matcher: "200-299" },
    targets: ["192.168.1.5:80"],
  });
  expect(instance.ask("DescribeTargetGroupAttributes", { TargetGroupArn: WEB })).toEqual(
    attributes,
  );
  expect(
    instance.refusal("ModifyTargetGroup", { TargetGroupArn: WEB, HealthCheckTimeoutSeconds: 60 }),
  ).toMatch(/^ValidationError: HealthCheckTimeoutSeconds/);
});

const attributesOf = (instance: LoadBalancing, TargetGroupArn = WEB): Record<string, string> => {
  const { Attributes = [] } = instance.ask("DescribeTargetGroupAttributes", { TargetGroupArn });
  return Object.fromEntries(Attributes.map(({ Key = "", Value = "" }) => [Key, Value]));
};
const modify = (attributes: Readonly<Record<string, string>>, TargetGroupArn = WEB) => ({
  TargetGroupArn,
  Attributes: Object.entries(attributes).map(([Key, Value]) => ({ Key, Value })),
});

test("attributes have AWS's defaults, and more where the version has more", () => {
  const instance = shop();
  const defaults = {
    "deregistration_delay.timeout_seconds": "300",
    "load_balancing.algorithm.type": "round_robin",
    "load_balancing.algorithm.anomaly_mitigation": "off",
    "load_balancing.cross_zone.enabled": "use_load_balancer_configuration",
    "slow_start.duration_seconds": "0",
    "stickiness.enabled": "false",
    "stickiness.type": "lb_cookie",
    "stickiness.lb_cookie.duration_seconds": "86400",
    "stickiness.app_cookie.duration_seconds": "86400",
    "stickiness.app_cookie.cookie_name": "",
    "target_group_health.dns_failover.minimum_healthy_targets.count": "1",
    "target_group_health.dns_failover.minimum_healthy_targets.percentage": "off",
    "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count": "1",
    "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage": "off",
  };
  expect(attributesOf(instance)).toEqual(defaults);
  instance.ask("CreateTargetGroup", { ...WEB_GROUP, Name: "new", ProtocolVersion: "HTTP2" });
  expect(attributesOf(instance, NEW)).toEqual({
    ...defaults,
    "routing.http2.rst_stream_error_forwarding.enabled": "false",
    "waf.http2.traffic_inspection_behavior": "inspect_immediately",
  });
});

test("attributes are kept as they were given, whichever type of stickiness is on", () => {
  const instance = shop();
  const first = {
    "stickiness.lb_cookie.duration_seconds": "10",
    "stickiness.app_cookie.duration_seconds": "20",
    "stickiness.app_cookie.cookie_name": "session",
    "slow_start.duration_seconds": "30",
    "target_group_health.dns_failover.minimum_healthy_targets.count": "2",
  };
  instance.ask("ModifyTargetGroupAttributes", modify(first));
  expect(attributesOf(instance)).toMatchObject(first);
  const second = { "stickiness.enabled": "true", "stickiness.type": "app_cookie" };
  const { Attributes } = instance.ask("ModifyTargetGroupAttributes", modify(second));
  expect(attributesOf(instance)).toMatchObject({ ...first, ...second });
  expect(Object.fromEntries((Attributes ?? []).map(({ Key, Value }) => [Key, Value]))).toEqual(
    attributesOf(instance),
  );
  expect(instance.objects.find(({ arn }) => arn === WEB)?.attributes["attributes"]).toMatchObject({
    "stickiness.enabled": "true",
    "stickiness.type": "app_cookie",
    "stickiness.app_cookie.duration_seconds": "20",
    "stickiness.app_cookie.cookie_name": "session",
  });
  instance.ask("ModifyTargetGroupAttributes", modify({ "stickiness.type": "lb_cookie" }));
  expect(attributesOf(instance)).toMatchObject({ ...first, "stickiness.type": "lb_cookie" });
});

test.each<[Readonly<Record<string, string>>, RegExp]>([
  [{ x: "1" }, /^ValidationError: Target group attribute key 'x' is not recognized$/],
  [
    { "proxy_protocol_v2.enabled": "true" },
    /^InvalidConfigurationRequest: Target group attribute key 'proxy_protocol_v2.enabled' is not supported on target groups of an Application/,
  ],
  [{ "routing.http2.rst_stream_error_forwarding.enabled": "true" }, /is not recognized$/],
  [
    { "stickiness.type": "source_ip" },
    /value 'source_ip' must be one of \[lb_cookie, app_cookie\]$/,
  ],
  [
    { "stickiness.lb_cookie.duration_seconds": "0" },
    /^ValidationError: stickiness duration_seconds: "0" is not a whole number from 1/,
  ],
  [
    { "stickiness.app_cookie.cookie_name": "AWSALB" },
    /^ValidationError: stickiness.app_cookie.cookie_name: "AWSALB" begins with AWSALB/,
  ],
  [
    { "stickiness.enabled": "true", "stickiness.type": "app_cookie" },
    /^ValidationError: stickiness.app_cookie.cookie_name: stickiness of type "app_cookie" needs/,
  ],
  [{ "deregistration_delay.timeout_seconds": "3601" }, /^ValidationError: deregistration_delay/],
  [{ "deregistration_delay.timeout_seconds": "-1" }, /must be a whole number$/],
  [{ "slow_start.duration_seconds": "29" }, /^ValidationError: slow_start.duration_seconds/],
  [{ "load_balancing.algorithm.type": "x" }, /^ValidationError: .*"x" is not one of/],
])("attributes reject %j", (attributes, message) => {
  expect(shop().refusal("ModifyTargetGroupAttributes", modify(attributes))).toMatch(message);
});

test("rejects stickiness that an action of several target groups cannot have", () => {
  const instance = shop();
  instance.ask("CreateTargetGroup", { ...WEB_GROUP, Name: "new" });
  const TargetGroups = [WEB, NEW].map((TargetGroupArn) => ({ TargetGroupArn, Weight: 1 }));
  instance.ask("ModifyListener", {
    ListenerArn: SHOP_80,
    DefaultActions: [{ Type: "forward", ForwardConfig: { TargetGroups } }],
  });
  expect(
    instance.refusal("ModifyTargetGroupAttributes", modify({ "stickiness.enabled": "true" })),
  ).toMatch(/target group "web" is sticky, and AWS refuses it/);
});
