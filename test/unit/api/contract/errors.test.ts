import type { CreateServiceRequest } from "@aws-sdk/client-ecs";
import {
  certificate,
  CONTAINER,
  listener,
  loadBalancer,
  service,
  targetGroup,
  taskDefinition,
} from "../../../helpers/api/contract/shop";
import { memoryApi, only, refusalOf, type MemoryApi } from "../../../helpers/api/memoryApi";

/* What AWS refuses is refused with its code, HTTP 400 and a request id, and changes nothing. */

const api = memoryApi();

const NOT_FOUND = {
  Type: "fixed-response" as const,
  FixedResponseConfig: { StatusCode: "404" },
};
const TEA = [{ Field: "path-pattern", Values: ["/tea"] }];
const other = (arn: string): string => arn.replace(/[^/]*$/, "0123456789abcdef");

type Refused = (api: MemoryApi) => Promise<unknown>;

const LOAD_BALANCING: readonly (readonly [expected: RegExp, refused: Refused])[] = [
  [
    /^DuplicateLoadBalancerNameException: A load balancer with the same name 'shop' exists, but with different settings/,
    async (of) => loadBalancer(of, { Name: await named(of), Scheme: "internal" }),
  ],
  [
    /^DuplicateTargetGroupNameException: A target group with the same name 'web' exists, but with different settings/,
    async (of) => {
      await targetGroup(of);
      await targetGroup(of, "web", { Port: 81 });
    },
  ],
  [
    /^DuplicateListenerException: A listener already exists on this port for this load balancer 'arn:/,
    async (of) => listener(of, { ...(await siblingOf(of)), Port: 80 }),
  ],
  [
    /^ValidationError: Listener port '80' is already in use/,
    async (of) => {
      const ListenerArn = await listener(of, { ...(await siblingOf(of)), Port: 9000 });
      await of.elb.modifyListener({ ListenerArn, Port: 80 });
    },
  ],
  [
    /^PriorityInUseException: Priority '1' is currently in use/,
    async (of) => {
      const rule = { ListenerArn: await listener(of), Priority: 1, Actions: [NOT_FOUND] };
      await of.elb.createRule({ ...rule, Conditions: TEA });
      await of.elb.createRule({ ...rule, Conditions: TEA });
    },
  ],
  [
    /^PriorityInUseException: /,
    async (of) => {
      const ListenerArn = await listener(of);
      const rule = { ListenerArn, Conditions: TEA, Actions: [NOT_FOUND] };
      await of.elb.createRule({ ...rule, Priority: 1 });
      const { Rules } = await of.elb.createRule({ ...rule, Priority: 2 });
      const { RuleArn } = only(Rules);
      await of.elb.setRulePriorities({ RulePriorities: [{ RuleArn, Priority: 1 }] });
    },
  ],
  [
    /^ResourceInUseException: .*is currently in use by a listener or a rule/,
    async (of) => {
      const TargetGroupArn = await targetGroup(of);
      await listener(of, { DefaultActions: [{ Type: "forward", TargetGroupArn }] });
      await of.elb.deleteTargetGroup({ TargetGroupArn });
    },
  ],
  [
    /^OperationNotPermittedException: .*deletion protection/i,
    async (of) => {
      const LoadBalancerArn = await loadBalancer(of);
      await of.elb.modifyLoadBalancerAttributes({
        LoadBalancerArn,
        Attributes: [{ Key: "deletion_protection.enabled", Value: "true" }],
      });
      await of.elb.deleteLoadBalancer({ LoadBalancerArn });
    },
  ],
  [
    /^OperationNotPermittedException: .*default rule/i,
    async (of) => {
      const { Rules } = await of.elb.describeRules({ ListenerArn: await listener(of) });
      await of.elb.deleteRule({ RuleArn: only(Rules).RuleArn });
    },
  ],
  [/^LoadBalancerNotFoundException: /, (of) => of.elb.describeLoadBalancers({ Names: ["nobody"] })],
  [
    /^LoadBalancerNotFoundException: /,
    async (of) => {
      const LoadBalancerArn = other(await loadBalancer(of));
      await of.elb.describeLoadBalancerAttributes({ LoadBalancerArn });
    },
  ],
  [/^TargetGroupNotFoundException: /, (of) => of.elb.describeTargetGroups({ Names: ["nobody"] })],
  [
    /^TargetGroupNotFoundException: /,
    async (of) => {
      const TargetGroupArn = other(await targetGroup(of));
      await listener(of, { DefaultActions: [{ Type: "forward", TargetGroupArn }] });
    },
  ],
  [
    /^ListenerNotFoundException: /,
    async (of) => of.elb.describeListeners({ ListenerArns: [other(await listener(of))] }),
  ],
  [
    /^RuleNotFoundException: /,
    async (of) => {
      const { Rules } = await of.elb.describeRules({ ListenerArn: await listener(of) });
      await of.elb.describeRules({ RuleArns: [other(only(Rules).RuleArn ?? "")] });
    },
  ],
  [
    /^CertificateNotFoundException: /,
    async (of) => {
      const CertificateArn = other(await certificate(of));
      await listener(of, { Protocol: "HTTPS", Port: 443, Certificates: [{ CertificateArn }] });
    },
  ],
  [/^SSLPolicyNotFoundException: /, (of) => of.elb.describeSSLPolicies({ Names: ["mine"] })],
  [
    /^ValidationError: 1 validation error detected: Value 'GOPHER' at 'protocol' failed to satisfy constraint: Member must satisfy enum value set: \[/,
    async (of) => listener(of, { ...(await siblingOf(of)), Protocol: "GOPHER" as "HTTP" }),
  ],
  [/^ValidationError: .*bad_name!/, (of) => loadBalancer(of, { Name: "bad_name!" })],
  [/^ValidationError: .*internal-/, (of) => loadBalancer(of, { Name: "internal-shop" })],
  [
    /^ValidationError: Load balancer attribute key 'color' is not recognized$/,
    async (of) => {
      const LoadBalancerArn = await loadBalancer(of);
      const Attributes = [{ Key: "color", Value: "red" }];
      await of.elb.modifyLoadBalancerAttributes({ LoadBalancerArn, Attributes });
    },
  ],
  [
    /^ValidationError: Target group attribute key 'color' is not recognized$/,
    async (of) => {
      const TargetGroupArn = await targetGroup(of);
      const Attributes = [{ Key: "color", Value: "red" }];
      await of.elb.modifyTargetGroupAttributes({ TargetGroupArn, Attributes });
    },
  ],
  [
    /^ValidationError: Listener attribute key 'color' is not recognized$/,
    async (of) => {
      const ListenerArn = await listener(of);
      const Attributes = [{ Key: "color", Value: "red" }];
      await of.elb.modifyListenerAttributes({ ListenerArn, Attributes });
    },
  ],
  [
    /^InvalidConfigurationRequestException: Transforms: KECS/,
    async (of) =>
      of.elb.createRule({
        ListenerArn: await listener(of),
        Priority: 1,
        Conditions: TEA,
        Actions: [NOT_FOUND],
        Transforms: [
          {
            Type: "url-rewrite",
            UrlRewriteConfig: { Rewrites: [{ Regex: "^/a", Replace: "/b" }] },
          },
        ],
      }),
  ],
  [
    /^InvalidConfigurationRequestException: SourceNatIpv6Prefix is not supported/,
    async (of) =>
      of.elb.setSubnets({
        LoadBalancerArn: await loadBalancer(of),
        SubnetMappings: [{ SubnetId: "subnet-1", SourceNatIpv6Prefix: "auto_assigned" }],
      }),
  ],
  [
    /^InvalidConfigurationRequestException: EnablePrefixForIpv6SourceNat is not supported/,
    async (of) =>
      of.elb.setSubnets({
        LoadBalancerArn: await loadBalancer(of),
        Subnets: ["subnet-1"],
        EnablePrefixForIpv6SourceNat: "on",
      }),
  ],
  [
    /^InvalidConfigurationRequestException: EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic is not/,
    async (of) =>
      of.elb.setSecurityGroups({
        LoadBalancerArn: await loadBalancer(of),
        SecurityGroups: ["sg-1"],
        EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "on",
      }),
  ],
  [
    /^InvalidTargetException: The target '10.0.0.1' cannot have a QuicServerId/,
    async (of) =>
      of.elb.registerTargets({
        TargetGroupArn: await targetGroup(of),
        Targets: [{ Id: "10.0.0.1", QuicServerId: "0x1234567890abcdef" }],
      }),
  ],
  [
    /^DuplicateTagKeysException: /,
    (of) => loadBalancer(of, { Tags: [{ Key: "a" }, { Key: "a" }] }),
  ],
  [/^InvalidAction: CreateTrustStore .*not emulated by KECS/, createTrustStore],
];

const ECS: readonly (readonly [expected: RegExp, refused: Refused])[] = [
  [
    /^InvalidParameterException: Creation of service was not idempotent\.$/,
    async (of) => {
      await service(of);
      await make(of, { serviceName: "web", desiredCount: 5 });
    },
  ],
  [/^ClusterNotFoundException: Cluster not found\.$/, (of) => make(of, {})],
  [/^ClusterNotFoundException: /, (of) => of.ecs.describeServices({ services: ["web"] })],
  [
    /^ClusterContainsServicesException: /,
    async (of) => {
      await service(of);
      await of.ecs.deleteCluster({ cluster: "main" });
    },
  ],
  [
    /^ClusterContainsTasksException: /,
    async (of) => {
      await of.ecs.createCluster({ clusterName: "main" });
      await taskDefinition(of);
      await of.ecs.runTask({ cluster: "main", taskDefinition: "web" });
      await of.ecs.deleteCluster({ cluster: "main" });
    },
  ],
  [
    /^InvalidParameterException: The service cannot be stopped while it is scaled above 0\.$/,
    async (of) => {
      await service(of);
      await of.ecs.deleteService({ cluster: "main", service: "web" });
    },
  ],
  [
    /^ServiceNotFoundException: /,
    async (of) => {
      await of.ecs.createCluster({ clusterName: "main" });
      await of.ecs.updateService({ cluster: "main", service: "nobody", desiredCount: 1 });
    },
  ],
  [
    /^ServiceNotActiveException: /,
    async (of) => {
      await service(of);
      await of.ecs.deleteService({ cluster: "main", service: "web", force: true });
      await of.ecs.updateService({ cluster: "main", service: "web", desiredCount: 1 });
    },
  ],
  [/^ClientException: /, (of) => of.ecs.describeTaskDefinition({ taskDefinition: "nobody" })],
  [
    /^ClientException: /,
    async (of) => {
      await of.ecs.createCluster({ clusterName: "main" });
      await make(of, { taskDefinition: "nobody" });
    },
  ],
  [
    /^InvalidParameterException: The target group arn:.* does not exist\.$/,
    async (of) => {
      await of.ecs.createCluster({ clusterName: "main" });
      await taskDefinition(of);
      const targetGroupArn = other(await targetGroup(of));
      await make(of, {
        loadBalancers: [{ targetGroupArn, containerName: "web", containerPort: 80 }],
      });
    },
  ],
  [
    /^InvalidParameterException: The container side does not exist in the task definition\.$/,
    async (of) => {
      await of.ecs.createCluster({ clusterName: "main" });
      await taskDefinition(of);
      const targetGroupArn = await targetGroup(of);
      await make(of, {
        loadBalancers: [{ targetGroupArn, containerName: "side", containerPort: 80 }],
      });
    },
  ],
  [
    /^ClientException: RegisterTaskDefinition.cpu: is missing; FARGATE requires it/,
    (of) =>
      of.ecs.registerTaskDefinition({
        family: "web",
        containerDefinitions: [CONTAINER],
        requiresCompatibilities: ["FARGATE"],
      }),
  ],
  [
    /^InvalidParameterException: /,
    async (of) => {
      await of.ecs.createCluster({ clusterName: "main" });
      await of.ecs.stopTask({ cluster: "main", task: "0".repeat(32) });
    },
  ],
  [/^UnknownOperationException: .*CreateTaskSet .*not emulated by KECS/, createTaskSet],
];

describe.each([
  ["Elastic Load Balancing", LOAD_BALANCING],
  ["ECS", ECS],
])("%s", (_, cases) => {
  test.each(cases.map(([expected, refused]) => [String(expected), expected, refused] as const))(
    "%s",
    async (_name, expected, refused) => {
      expect(await refusalOf(refused(api()))).toMatch(expected);
    },
  );
});

test("names unknown things as failures, where AWS does", async () => {
  const { ecs } = api();
  await ecs.createCluster({ clusterName: "main" });
  const found = [
    await ecs.describeClusters({ clusters: ["nobody"] }),
    await ecs.describeServices({ cluster: "main", services: ["nobody"] }),
    await ecs.describeTasks({ cluster: "main", tasks: ["0".repeat(32)] }),
  ];
  for (const { failures } of found) expect(only(failures).reason).toBe("MISSING");
});

describe("the same call again", () => {
  test("gives the load balancer, target group, listener and cluster that is there", async () => {
    const of = api();
    const twice = async (call: () => Promise<unknown>): Promise<void> => {
      expect(await call()).toEqual(await call());
    };
    await twice(() => loadBalancer(of, { Scheme: "internal", Tags: [{ Key: "a", Value: "b" }] }));
    await twice(() => targetGroup(of, "web", { HealthCheckPath: "/health" }));
    const { LoadBalancers } = await of.elb.describeLoadBalancers({});
    await twice(() => listener(of, { LoadBalancerArn: only(LoadBalancers).LoadBalancerArn }));
    await twice(async () => (await of.ecs.createCluster({ clusterName: "main" })).cluster);
  });

  test("gives the service that is there, and starts nothing", async () => {
    const of = api();
    await of.ecs.createCluster({ clusterName: "main" });
    await taskDefinition(of);
    expect(await make(of, { desiredCount: 2 })).toEqual(await make(of, { desiredCount: 2 }));
    expect((await of.ecs.listTasks({ cluster: "main" })).taskArns).toHaveLength(2);
  });

  test("deletes a load balancer that is gone already", async () => {
    const LoadBalancerArn = await loadBalancer(api());
    for (let i = 0; i < 2; i += 1) await api().elb.deleteLoadBalancer({ LoadBalancerArn });
  });
});

test("deletes in AWS's order, from the service to the cluster", async () => {
  const of = api();
  await service(of);
  const { LoadBalancers } = await of.elb.describeLoadBalancers({});
  const { LoadBalancerArn } = only(LoadBalancers);
  await of.ecs.updateService({ cluster: "main", service: "web", desiredCount: 0 });
  await of.ecs.deleteService({ cluster: "main", service: "web" });
  await of.elb.deleteLoadBalancer({ LoadBalancerArn });
  const { TargetGroups } = await of.elb.describeTargetGroups({});
  await of.elb.deleteTargetGroup({ TargetGroupArn: only(TargetGroups).TargetGroupArn });
  await of.ecs.deregisterTaskDefinition({ taskDefinition: "web:1" });
  await of.ecs.deleteTaskDefinitions({ taskDefinitions: ["web:1"] });
  await of.ecs.deleteCluster({ cluster: "main" });
  const left = of.instance.store.objects().filter(({ attributes }) => !("status" in attributes));
  expect(left).toEqual([]);
});

async function named(of: MemoryApi): Promise<string> {
  await loadBalancer(of);
  return "shop";
}

async function siblingOf(of: MemoryApi) {
  const LoadBalancerArn = await loadBalancer(of);
  await listener(of, { LoadBalancerArn });
  const action = { Type: "fixed-response" as const, FixedResponseConfig: { StatusCode: "503" } };
  return { LoadBalancerArn, DefaultActions: [action] };
}

async function make(of: MemoryApi, more: Partial<CreateServiceRequest>): Promise<unknown> {
  const needed = { cluster: "main", serviceName: "other", taskDefinition: "web", desiredCount: 1 };
  const { service: made } = await of.ecs.createService({ ...needed, ...more });
  return made?.serviceArn;
}

function createTrustStore({ elb }: MemoryApi): Promise<unknown> {
  return elb.createTrustStore({
    Name: "staff",
    CaCertificatesBundleS3Bucket: "bucket",
    CaCertificatesBundleS3Key: "key",
  });
}

function createTaskSet({ ecs }: MemoryApi): Promise<unknown> {
  return ecs.createTaskSet({ cluster: "main", service: "web", taskDefinition: "web" });
}
