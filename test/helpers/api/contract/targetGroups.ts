import { only, type MemoryApi } from "../memoryApi";
import type { Cases } from "./cases";
import { listener, targetGroup } from "./shop";

const describeOne = async ({ elb }: MemoryApi, TargetGroupArn: string) =>
  only((await elb.describeTargetGroups({ TargetGroupArns: [TargetGroupArn] })).TargetGroups);

const HEALTH_CHECK = {
  HealthCheckProtocol: "HTTP",
  HealthCheckPort: "8081",
  HealthCheckEnabled: true,
  HealthCheckPath: "/health?deep=1&x=<y>",
  HealthCheckIntervalSeconds: 10,
  HealthCheckTimeoutSeconds: 4,
  HealthyThresholdCount: 3,
  UnhealthyThresholdCount: 4,
  Matcher: { HttpCode: "200-299,301" },
} as const;

/** Target groups, and their targets. */
export const TARGET_GROUPS: Cases = {
  async CreateTargetGroup(api) {
    const given = {
      Protocol: "HTTP",
      ProtocolVersion: "HTTP2",
      Port: 8080,
      VpcId: "vpc-7",
      TargetType: "ip",
      IpAddressType: "ipv4",
      ...HEALTH_CHECK,
    } as const;
    const Tags = [{ Key: "team", Value: "shop" }];
    const { TargetGroups } = await api.elb.createTargetGroup({ Name: "web", ...given, Tags });
    const made = only(TargetGroups);
    expect(await describeOne(api, made.TargetGroupArn ?? "")).toEqual(made);
    expect(made).toMatchObject({ TargetGroupName: "web", ...given });
    const grpc = await targetGroup(api, "grpc", {
      ProtocolVersion: "GRPC",
      HealthCheckPath: "/shop.Health/Check",
      Matcher: { GrpcCode: "0-5" },
      TargetControlPort: 3000,
    });
    expect(await describeOne(api, grpc)).toMatchObject({
      ProtocolVersion: "GRPC",
      HealthCheckPath: "/shop.Health/Check",
      Matcher: { GrpcCode: "0-5" },
      TargetControlPort: 3000,
    });
  },

  async DescribeTargetGroups(api) {
    const TargetGroupArn = await targetGroup(api);
    await targetGroup(api, "other");
    const used = await listener(api, { DefaultActions: [{ Type: "forward", TargetGroupArn }] });
    const { Listeners } = await api.elb.describeListeners({ ListenerArns: [used] });
    const { LoadBalancerArn } = only(Listeners);
    const { TargetGroups } = await api.elb.describeTargetGroups({ LoadBalancerArn });
    expect(only(TargetGroups)).toMatchObject({
      TargetGroupArn,
      LoadBalancerArns: [LoadBalancerArn],
    });
    const named = await api.elb.describeTargetGroups({ Names: ["other"] });
    expect(only(named.TargetGroups).LoadBalancerArns).toEqual([]);
  },

  async ModifyTargetGroup(api) {
    const TargetGroupArn = await targetGroup(api);
    const { TargetGroups } = await api.elb.modifyTargetGroup({ TargetGroupArn, ...HEALTH_CHECK });
    expect(only(TargetGroups)).toMatchObject(HEALTH_CHECK);
    expect(await describeOne(api, TargetGroupArn)).toEqual(only(TargetGroups));
  },

  async DeleteTargetGroup(api) {
    await api.elb.deleteTargetGroup({ TargetGroupArn: await targetGroup(api) });
    expect((await api.elb.describeTargetGroups({})).TargetGroups).toEqual([]);
  },

  async DescribeTargetGroupAttributes(api) {
    const TargetGroupArn = await targetGroup(api);
    const { Attributes } = await api.elb.describeTargetGroupAttributes({ TargetGroupArn });
    expect(Attributes).toContainEqual({
      Key: "deregistration_delay.timeout_seconds",
      Value: "300",
    });
  },

  async ModifyTargetGroupAttributes(api) {
    const TargetGroupArn = await targetGroup(api);
    const given = Object.entries({
      "deregistration_delay.timeout_seconds": "20",
      "load_balancing.algorithm.type": "least_outstanding_requests",
      "load_balancing.cross_zone.enabled": "true",
      "slow_start.duration_seconds": "0",
      "stickiness.enabled": "true",
      "stickiness.type": "app_cookie",
      "stickiness.app_cookie.cookie_name": "SHOP",
      "stickiness.app_cookie.duration_seconds": "600",
      "stickiness.lb_cookie.duration_seconds": "700",
      "target_group_health.dns_failover.minimum_healthy_targets.count": "2",
      "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage": "50",
    }).map(([Key, Value]) => ({ Key, Value }));
    const answer = await api.elb.modifyTargetGroupAttributes({ TargetGroupArn, Attributes: given });
    const { Attributes } = await api.elb.describeTargetGroupAttributes({ TargetGroupArn });
    expect(answer.Attributes).toEqual(Attributes);
    expect(Attributes).toEqual(expect.arrayContaining(given));
  },

  async RegisterTargets(api) {
    const TargetGroupArn = await targetGroup(api);
    await listener(api, { DefaultActions: [{ Type: "forward", TargetGroupArn }] });
    const Targets = [
      { Id: "10.0.0.7", Port: 8080, AvailabilityZone: "us-east-1b" },
      { Id: "10.0.0.8" },
    ];
    await api.elb.registerTargets({ TargetGroupArn, Targets });
    const answer = await api.elb.describeTargetHealth({ TargetGroupArn });
    expect(answer.TargetHealthDescriptions?.map(({ Target }) => Target)).toEqual([
      Targets[0],
      { Id: "10.0.0.8", Port: 80 },
    ]);
  },

  async DescribeTargetHealth(api) {
    const TargetGroupArn = await targetGroup(api);
    const Targets = [{ Id: "10.0.0.7", Port: 8080 }];
    await api.elb.registerTargets({ TargetGroupArn, Targets });
    const idle = await api.elb.describeTargetHealth({ TargetGroupArn });
    expect(only(idle.TargetHealthDescriptions).TargetHealth).toMatchObject({
      State: "unused",
      Reason: "Target.NotInUse",
    });
    await listener(api, { DefaultActions: [{ Type: "forward", TargetGroupArn }] });
    const used = await api.elb.describeTargetHealth({ TargetGroupArn, Targets, Include: ["All"] });
    expect(only(used.TargetHealthDescriptions)).toMatchObject({
      Target: Targets[0],
      HealthCheckPort: "8080",
      TargetHealth: { State: "healthy" },
      AnomalyDetection: { Result: "normal" },
    });
  },

  async DeregisterTargets(api) {
    const TargetGroupArn = await targetGroup(api);
    const [first, second] = [{ Id: "10.0.0.7" }, { Id: "10.0.0.8", Port: 8080 }];
    await api.elb.registerTargets({ TargetGroupArn, Targets: [first, second] });
    await api.elb.deregisterTargets({ TargetGroupArn, Targets: [first] });
    const { TargetHealthDescriptions } = await api.elb.describeTargetHealth({ TargetGroupArn });
    expect(only(TargetHealthDescriptions).Target).toEqual(second);
  },
};
