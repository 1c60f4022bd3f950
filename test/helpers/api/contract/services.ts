import type { CreateServiceRequest } from "@aws-sdk/client-ecs";
import { only, type MemoryApi } from "../memoryApi";
import type { Cases } from "./cases";
import { service, targetGroup, taskDefinition } from "./shop";

const describeOne = async ({ ecs }: MemoryApi) =>
  only(
    (await ecs.describeServices({ cluster: "main", services: ["web"], include: ["TAGS"] }))
      .services,
  );

/** What a service can be asked to be, but for what it belongs to. */
const RICH = {
  desiredCount: 2,
  capacityProviderStrategy: [{ capacityProvider: "FARGATE", weight: 1, base: 0 }],
  platformVersion: "1.4.0",
  deploymentConfiguration: {
    deploymentCircuitBreaker: { enable: true, rollback: true },
    maximumPercent: 150,
    minimumHealthyPercent: 50,
    alarms: { alarmNames: ["a"], enable: true, rollback: false },
    strategy: "ROLLING",
    bakeTimeInMinutes: 0,
  },
  placementConstraints: [{ type: "distinctInstance" }],
  placementStrategy: [{ type: "spread", field: "host" }],
  networkConfiguration: {
    awsvpcConfiguration: {
      subnets: ["subnet-1", "subnet-2"],
      securityGroups: ["sg-1"],
      assignPublicIp: "ENABLED",
    },
  },
  healthCheckGracePeriodSeconds: 30,
  schedulingStrategy: "REPLICA",
  tags: [{ key: "team", value: "shop" }],
  enableECSManagedTags: true,
  propagateTags: "SERVICE",
  enableExecuteCommand: true,
  availabilityZoneRebalancing: "DISABLED",
} as const;

export const SERVICES: Cases = {
  async CreateService(api) {
    const group = await targetGroup(api);
    await api.ecs.createCluster({ clusterName: "main" });
    const arn = await taskDefinition(api);
    const given = {
      ...structuredClone(RICH),
      loadBalancers: [{ targetGroupArn: group, containerName: "web", containerPort: 80 }],
      deploymentController: { type: "ECS" as const },
    };
    const { service: made } = await api.ecs.createService({
      ...(given as unknown as CreateServiceRequest),
      cluster: "main",
      serviceName: "web",
      taskDefinition: "web",
      role: "arn:aws:iam::000000000000:role/service",
      clientToken: "once",
    });
    const expected = {
      ...given,
      serviceName: "web",
      status: "ACTIVE",
      taskDefinition: arn,
      roleArn: "arn:aws:iam::000000000000:role/service",
    };
    expect(made).toMatchObject(expected);
    expect(await describeOne(api)).toMatchObject({ ...expected, runningCount: 2, pendingCount: 0 });
  },

  async DescribeServices(api) {
    await service(api);
    const { services, failures } = await api.ecs.describeServices({
      cluster: "main",
      services: ["web", "other"],
    });
    expect(only(services)).toMatchObject({
      serviceName: "web",
      runningCount: 2,
      deployments: [{ status: "PRIMARY", rolloutState: "COMPLETED", runningCount: 2 }],
    });
    expect(only(failures)).toEqual({
      arn: "arn:aws:ecs:us-east-1:000000000000:service/main/other",
      reason: "MISSING",
    });
  },

  async ListServices(api) {
    const arn = await service(api);
    expect((await api.ecs.listServices({ cluster: "main" })).serviceArns).toEqual([arn]);
    const none = await api.ecs.listServices({ cluster: "main", schedulingStrategy: "DAEMON" });
    expect(none.serviceArns).toEqual([]);
  },

  async UpdateService(api) {
    await service(api);
    const second = await taskDefinition(api);
    const { schedulingStrategy, tags, ...changes } = structuredClone(RICH);
    expect([schedulingStrategy, tags]).toHaveLength(2);
    const given = { ...(changes as unknown as Omit<CreateServiceRequest, "serviceName">) };
    const { service: changed } = await api.ecs.updateService({
      ...given,
      cluster: "main",
      service: "web",
      taskDefinition: "web:2",
      desiredCount: 3,
      forceNewDeployment: true,
    });
    const expected = { ...given, taskDefinition: second, desiredCount: 3 };
    expect(changed).toMatchObject(expected);
    expect(await describeOne(api)).toMatchObject({ ...expected, runningCount: 3 });
  },

  async DeleteService(api) {
    await service(api);
    const cluster = "main";
    const answer = await api.ecs.deleteService({ cluster, service: "web", force: true });
    expect(answer.service?.serviceName).toBe("web");
    expect(await describeOne(api)).toMatchObject({ status: "INACTIVE", deployments: [] });
    expect((await api.ecs.listServices({ cluster })).serviceArns).toEqual([]);
  },

  async ListServiceDeployments(api) {
    const arn = await service(api);
    const { serviceDeployments } = await api.ecs.listServiceDeployments({
      cluster: "main",
      service: "web",
      status: ["SUCCESSFUL"],
    });
    expect(only(serviceDeployments)).toMatchObject({ serviceArn: arn, status: "SUCCESSFUL" });
  },

  async DescribeServiceRevisions(api) {
    const serviceArn = await service(api);
    const listed = await api.ecs.listServiceDeployments({ cluster: "main", service: "web" });
    const { targetServiceRevisionArn: serviceRevisionArn = "" } = only(listed.serviceDeployments);
    const { serviceRevisions } = await api.ecs.describeServiceRevisions({
      serviceRevisionArns: [serviceRevisionArn],
    });
    expect(only(serviceRevisions)).toMatchObject({
      serviceRevisionArn,
      serviceArn,
      loadBalancers: [{ containerName: "web", containerPort: 80 }],
      containerImages: [{ containerName: "web", image: "traefik/whoami:v1.11.0" }],
    });
  },

  async DescribeServiceDeployments(api) {
    const arn = await service(api);
    const listed = await api.ecs.listServiceDeployments({ cluster: "main", service: "web" });
    const { serviceDeploymentArn = "" } = only(listed.serviceDeployments);
    const { serviceDeployments } = await api.ecs.describeServiceDeployments({
      serviceDeploymentArns: [serviceDeploymentArn],
    });
    expect(only(serviceDeployments)).toMatchObject({
      serviceDeploymentArn,
      serviceArn: arn,
      status: "SUCCESSFUL",
      targetServiceRevision: { runningTaskCount: 2, requestedTaskCount: 2 },
    });
  },
};
