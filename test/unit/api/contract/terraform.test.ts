import type { Tag } from "@aws-sdk/client-elastic-load-balancing-v2";
import { actionsFor, CONDITIONS, OLD_CONDITIONS } from "../../../helpers/api/contract/rules";
import { CONTAINER, listener, service, targetGroup } from "../../../helpers/api/contract/shop";
import { memoryApi, only, refusalOf, type MemoryApi } from "../../../helpers/api/memoryApi";

/*
 * The calls of Terraform's AWS provider, in its order: an apply, the read of the next plan, which finds
 * what was given, changes, and a destroy.
 */

const api = memoryApi();

const TAGS: Tag[] = [{ Key: "team", Value: "shop" }];

const tagsOf = async ({ elb }: MemoryApi, arn = ""): Promise<unknown> =>
  only((await elb.describeTags({ ResourceArns: [arn] })).TagDescriptions).Tags;

const asMap = (list: readonly Partial<Tag>[] = []) =>
  Object.fromEntries(list.map(({ Key = "", Value }) => [Key, Value]));

test("aws_lb", async () => {
  const { elb } = api();
  expect(await refusalOf(elb.describeLoadBalancers({ Names: ["shop"] }))).toMatch(
    /^LoadBalancerNotFoundException: /,
  );
  const given = {
    Type: "application" as const,
    Scheme: "internal" as const,
    SecurityGroups: ["sg-1"],
    IpAddressType: "ipv4" as const,
  };
  const created = await elb.createLoadBalancer({
    Name: "shop",
    ...given,
    Subnets: ["subnet-1", "subnet-2"],
    Tags: TAGS,
  });
  const { LoadBalancerArn = "" } = only(created.LoadBalancers);
  const read = async () =>
    only((await elb.describeLoadBalancers({ LoadBalancerArns: [LoadBalancerArn] })).LoadBalancers);
  expect((await read()).State?.Code).toBe("active");
  const attributes = {
    "access_logs.s3.enabled": "false",
    "client_keep_alive.seconds": "3600",
    "connection_logs.s3.enabled": "false",
    "deletion_protection.enabled": "false",
    "health_check_logs.s3.enabled": "false",
    "idle_timeout.timeout_seconds": "75",
    "routing.http.desync_mitigation_mode": "defensive",
    "routing.http.drop_invalid_header_fields.enabled": "true",
    "routing.http.preserve_host_header.enabled": "false",
    "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": "false",
    "routing.http.xff_client_port.enabled": "false",
    "routing.http.xff_header_processing.mode": "append",
    "routing.http2.enabled": "true",
    "waf.fail_open.enabled": "false",
    "zonal_shift.config.enabled": "false",
  };
  const Attributes = Object.entries(attributes).map(([Key, Value]) => ({ Key, Value }));
  await elb.modifyLoadBalancerAttributes({ LoadBalancerArn, Attributes });
  expect(await read()).toMatchObject({ ...given, LoadBalancerName: "shop" });
  expect((await read()).AvailabilityZones?.map(({ SubnetId }) => SubnetId)).toEqual([
    "subnet-1",
    "subnet-2",
  ]);
  const described = await elb.describeLoadBalancerAttributes({ LoadBalancerArn });
  expect(asMap(described.Attributes)).toMatchObject(attributes);
  const capacity = await elb.describeCapacityReservation({ LoadBalancerArn });
  expect(capacity.MinimumLoadBalancerCapacity).toBeUndefined();
  expect(await tagsOf(api(), LoadBalancerArn)).toEqual(TAGS);

  await elb.setSecurityGroups({ LoadBalancerArn, SecurityGroups: ["sg-2"] });
  await elb.setSubnets({ LoadBalancerArn, Subnets: ["subnet-3", "subnet-4"] });
  await elb.setIpAddressType({ LoadBalancerArn, IpAddressType: "dualstack" });
  await elb.removeTags({ ResourceArns: [LoadBalancerArn], TagKeys: ["team"] });
  await elb.addTags({ ResourceArns: [LoadBalancerArn], Tags: [{ Key: "env", Value: "dev" }] });
  expect(await read()).toMatchObject({
    SecurityGroups: ["sg-2"],
    IpAddressType: "dualstack",
    AvailabilityZones: [{ SubnetId: "subnet-3" }, { SubnetId: "subnet-4" }],
  });
  expect(await tagsOf(api(), LoadBalancerArn)).toEqual([{ Key: "env", Value: "dev" }]);
  expect(asMap((await elb.describeLoadBalancerAttributes({ LoadBalancerArn })).Attributes)).toEqual(
    asMap(described.Attributes),
  );

  await elb.deleteLoadBalancer({ LoadBalancerArn });
  expect(
    await refusalOf(elb.describeLoadBalancers({ LoadBalancerArns: [LoadBalancerArn] })),
  ).toMatch(/^LoadBalancerNotFoundException: /);
});

test("aws_lb_target_group", async () => {
  const { elb } = api();
  expect(await refusalOf(elb.describeTargetGroups({ Names: ["web"] }))).toMatch(
    /^TargetGroupNotFoundException: /,
  );
  const given = {
    Port: 80,
    Protocol: "HTTP",
    ProtocolVersion: "HTTP1",
    VpcId: "vpc-1",
    TargetType: "ip",
    IpAddressType: "ipv4",
    HealthCheckEnabled: true,
    HealthCheckIntervalSeconds: 30,
    HealthCheckPath: "/health",
    HealthCheckPort: "traffic-port",
    HealthCheckProtocol: "HTTP",
    HealthyThresholdCount: 3,
    UnhealthyThresholdCount: 3,
    HealthCheckTimeoutSeconds: 5,
    Matcher: { HttpCode: "200" },
  } as const;
  const created = await elb.createTargetGroup({ Name: "web", ...given, Tags: TAGS });
  const { TargetGroupArn = "" } = only(created.TargetGroups);
  const read = async () =>
    only((await elb.describeTargetGroups({ TargetGroupArns: [TargetGroupArn] })).TargetGroups);
  expect(await read()).toMatchObject(given);
  const attributes = {
    "deregistration_delay.timeout_seconds": "60",
    "load_balancing.algorithm.anomaly_mitigation": "off",
    "load_balancing.algorithm.type": "round_robin",
    "load_balancing.cross_zone.enabled": "use_load_balancer_configuration",
    "slow_start.duration_seconds": "0",
    "stickiness.enabled": "true",
    "stickiness.lb_cookie.duration_seconds": "86400",
    "stickiness.type": "lb_cookie",
    "target_group_health.dns_failover.minimum_healthy_targets.count": "1",
    "target_group_health.dns_failover.minimum_healthy_targets.percentage": "off",
    "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count": "1",
    "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage": "off",
  };
  const Attributes = Object.entries(attributes).map(([Key, Value]) => ({ Key, Value }));
  await elb.modifyTargetGroupAttributes({ TargetGroupArn, Attributes });
  expect(await read()).toMatchObject(given);
  const described = await elb.describeTargetGroupAttributes({ TargetGroupArn });
  expect(asMap(described.Attributes)).toMatchObject(attributes);
  expect(await tagsOf(api(), TargetGroupArn)).toEqual(TAGS);

  const change = { HealthCheckPath: "/up", HealthyThresholdCount: 2 };
  const { Matcher, HealthCheckEnabled, HealthCheckPort, HealthCheckProtocol } = given;
  const same = { Matcher, HealthCheckEnabled, HealthCheckPort, HealthCheckProtocol };
  await elb.modifyTargetGroup({ TargetGroupArn, ...same, ...change });
  expect(await read()).toMatchObject({ ...given, ...change });

  const { Listeners } = await elb.describeListeners({
    ListenerArns: [
      await listener(api(), { DefaultActions: [{ Type: "forward", TargetGroupArn }] }),
    ],
  });
  expect(await refusalOf(elb.deleteTargetGroup({ TargetGroupArn }))).toMatch(
    /is currently in use by a listener or a rule/,
  );
  await elb.deleteListener({ ListenerArn: only(Listeners).ListenerArn });
  await elb.deleteTargetGroup({ TargetGroupArn });
});

test("aws_lb_listener", async () => {
  const { elb } = api();
  const TargetGroupArn = await targetGroup(api());
  const DefaultActions = [{ Type: "forward" as const, TargetGroupArn, Order: 1 }];
  const ListenerArn = await listener(api(), { DefaultActions, Tags: TAGS });
  const read = async () =>
    only((await elb.describeListeners({ ListenerArns: [ListenerArn] })).Listeners);
  // The provider sees a plain forward by either of its forms, whichever the program has.
  expect(await read()).toMatchObject({
    Port: 80,
    Protocol: "HTTP",
    DefaultActions: [
      {
        ...DefaultActions[0],
        ForwardConfig: {
          TargetGroups: [{ TargetGroupArn, Weight: 1 }],
          TargetGroupStickinessConfig: { Enabled: false },
        },
      },
    ],
  });
  const { Attributes } = await elb.describeListenerAttributes({ ListenerArn });
  expect(asMap(Attributes)).toMatchObject({ "routing.http.response.server.enabled": "true" });
  expect(await tagsOf(api(), ListenerArn)).toEqual(TAGS);

  const page = { StatusCode: "404", ContentType: "text/plain", MessageBody: "none" };
  const change = [{ Type: "fixed-response" as const, Order: 1, FixedResponseConfig: page }];
  await elb.modifyListener({ ListenerArn, Port: 80, Protocol: "HTTP", DefaultActions: change });
  expect((await read()).DefaultActions).toEqual(change);
  await elb.modifyListenerAttributes({
    ListenerArn,
    Attributes: [{ Key: "routing.http.response.server.enabled", Value: "true" }],
  });
  await elb.deleteListener({ ListenerArn });
  expect(await refusalOf(read())).toMatch(/^ListenerNotFoundException: /);
});

test("aws_lb_listener_rule", async () => {
  const { elb } = api();
  const ListenerArn = await listener(api());
  const actions = await actionsFor(api());
  for (const [i, condition] of [...CONDITIONS, ...OLD_CONDITIONS].entries()) {
    // Without a priority the provider takes the one after the last.
    const { Rules: before = [] } = await elb.describeRules({ ListenerArn });
    const highest = Math.max(0, ...before.map(({ Priority }) => Number(Priority) || 0));
    const given = { Conditions: [condition], Actions: [actions[i % actions.length] ?? {}] };
    const created = await elb.createRule({
      ...(given as Required<Pick<typeof given, "Conditions">> & { Actions: typeof actions }),
      ListenerArn,
      Priority: highest + 1,
      Tags: TAGS,
    });
    const { RuleArn = "" } = only(created.Rules);
    const found = only((await elb.describeRules({ RuleArns: [RuleArn] })).Rules);
    expect(found).toMatchObject(given);
    expect(await tagsOf(api(), RuleArn)).toEqual(TAGS);
    // Its pattern for the ARN of the listener in that of a rule.
    const [, head = "", tail = ""] = /^(arn:.+:listener)-rule(\/.+)\/[^/]+$/.exec(RuleArn) ?? [];
    expect(`${head}${tail}`).toBe(ListenerArn);
  }
  const { Rules = [] } = await elb.describeRules({ ListenerArn });
  const [first, second] = Rules;
  const RuleArn = first?.RuleArn ?? "";
  await elb.setRulePriorities({ RulePriorities: [{ RuleArn, Priority: 500 }] });
  await elb.modifyRule({ RuleArn, Conditions: OLD_CONDITIONS.slice(0, 1) });
  const changed = only((await elb.describeRules({ RuleArns: [RuleArn] })).Rules);
  expect(changed).toMatchObject({
    Priority: "500",
    Conditions: [{ ...OLD_CONDITIONS[0], PathPatternConfig: { Values: ["/a/*", "/b"] } }],
    Actions: first?.Actions,
  });
  expect(second?.Priority).toBe("2");
  await elb.deleteRule({ RuleArn });
  expect(await refusalOf(elb.describeRules({ RuleArns: [RuleArn] }))).toMatch(
    /^RuleNotFoundException: /,
  );
});

const ALL = ["TAGS", "CONFIGURATIONS", "SETTINGS"] as const;

test("aws_ecs_cluster", async () => {
  const { ecs } = api();
  const given = {
    clusterName: "main",
    settings: [{ name: "containerInsights" as const, value: "enabled" }],
    tags: [{ key: "team", value: "shop" }],
  };
  await ecs.createCluster(given);
  const read = async () =>
    only((await ecs.describeClusters({ clusters: ["main"], include: [...ALL] })).clusters);
  expect(await read()).toMatchObject({ ...given, status: "ACTIVE" });
  const settings = [{ name: "containerInsights" as const, value: "disabled" }];
  await ecs.updateCluster({ cluster: "main", settings });
  const { clusterArn = "" } = await read();
  await ecs.untagResource({ resourceArn: clusterArn, tagKeys: ["team"] });
  await ecs.tagResource({ resourceArn: clusterArn, tags: [{ key: "env", value: "dev" }] });
  expect(await read()).toMatchObject({ settings, tags: [{ key: "env", value: "dev" }] });
  await ecs.deleteCluster({ cluster: clusterArn });
  expect((await read()).status).toBe("INACTIVE");
});

test("aws_ecs_task_definition", async () => {
  const { ecs } = api();
  const given = {
    family: "web",
    containerDefinitions: [
      { ...CONTAINER, cpu: 10, memory: 256, essential: true, environment: [] },
    ],
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "256",
    memory: "512",
    executionRoleArn: "arn:aws:iam::000000000000:role/execution",
  } as const;
  const { taskDefinition: made } = await ecs.registerTaskDefinition({
    ...structuredClone(given as unknown as Parameters<typeof ecs.registerTaskDefinition>[0]),
    tags: [{ key: "team", value: "shop" }],
  });
  const { taskDefinitionArn = "" } = made ?? {};
  const read = () =>
    ecs.describeTaskDefinition({ taskDefinition: taskDefinitionArn, include: ["TAGS"] });
  const { taskDefinition: found, tags } = await read();
  expect(found).toMatchObject({ ...given, status: "ACTIVE" });
  expect(tags).toEqual([{ key: "team", value: "shop" }]);
  await ecs.deregisterTaskDefinition({ taskDefinition: taskDefinitionArn });
  expect((await read()).taskDefinition?.status).toBe("INACTIVE");
});

test("aws_ecs_service", async () => {
  const { ecs } = api();
  const arn = await service(api());
  const cluster = "main";
  const read = async () =>
    only((await ecs.describeServices({ cluster, services: [arn], include: ["TAGS"] })).services);
  expect(await read()).toMatchObject({ status: "ACTIVE", desiredCount: 2 });
  // Without a type of controller the provider waits for counts, and for no service deployment.
  expect(await read()).not.toHaveProperty("deploymentController");
  expect(await read()).toMatchObject({ runningCount: 2, deployments: [{ status: "PRIMARY" }] });
  await ecs.updateService({ cluster, service: arn, desiredCount: 3 });
  expect(await read()).toMatchObject({ desiredCount: 3, runningCount: 3 });
  await ecs.tagResource({ resourceArn: arn, tags: [{ key: "env", value: "dev" }] });
  expect((await read()).tags).toEqual([{ key: "env", value: "dev" }]);

  await ecs.updateService({ cluster, service: arn, desiredCount: 0 });
  await ecs.deleteService({ cluster, service: arn });
  expect((await read()).status).toBe("INACTIVE");
});

test("aws_ecs_service with wait_for_steady_state and a controller finds its deployment", async () => {
  const { ecs } = api();
  await service(api());
  const cluster = "main";
  const { service: made } = await ecs.createService({
    cluster,
    serviceName: "steady",
    taskDefinition: "web",
    desiredCount: 1,
    deploymentController: { type: "ECS" },
  });
  const described = await ecs.describeServices({ cluster, services: ["steady"] });
  const found = only(described.services);
  expect(found.deploymentController).toEqual({ type: "ECS" });
  const primary = found.deployments?.find(({ status }) => status === "PRIMARY");
  const [, id = "none"] = (primary?.id ?? "").split("/");
  const listed = await ecs.listServiceDeployments({ cluster, service: made?.serviceArn });
  const own = listed.serviceDeployments?.find(({ targetServiceRevisionArn }) =>
    targetServiceRevisionArn?.includes(id),
  );
  const { serviceDeployments } = await ecs.describeServiceDeployments({
    serviceDeploymentArns: [own?.serviceDeploymentArn ?? ""],
  });
  expect(only(serviceDeployments).status).toBe("SUCCESSFUL");
});
