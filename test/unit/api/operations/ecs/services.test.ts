import { createService } from "../../../../../api/operations/ecs/createService";
import { deleteService } from "../../../../../api/operations/ecs/deleteService";
import { describeServices } from "../../../../../api/operations/ecs/describeServices";
import { listServices } from "../../../../../api/operations/ecs/listServices";
import { registerTaskDefinition } from "../../../../../api/operations/ecs/registerTaskDefinition";
import { updateService } from "../../../../../api/operations/ecs/updateService";
import { discoveryServiceArn } from "../../../../../core/arn";
import { refusal } from "../../../../helpers/api/awsRefusal";
import { ofPulumi } from "../../../../helpers/api/ecsObjects";
import { objectOf, rollOut } from "../../../../helpers/api/fakeCluster";
import {
  ARN,
  CONTAINER,
  describeOne,
  OTHER,
  REQUEST,
  shop,
  THEIR_SERVICE,
  WEB,
} from "../../../../helpers/api/ecsShop";
import { CONNECTION } from "../../../../helpers/samples";

test("gives back what was asked for, with AWS's defaults", () => {
  const instance = shop();
  const said = {
    launchType: "FARGATE" as const,
    platformVersion: "1.4.0",
    networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-1"] } },
    placementStrategy: [{ type: "spread" as const, field: "az" }],
    enableExecuteCommand: true,
    propagateTags: "SERVICE" as const,
    deploymentController: { type: "ECS" as const },
    tags: [{ key: "team", value: "a" }],
  };
  const { service } = instance.call(createService, {
    ...REQUEST,
    ...said,
    role: "ecsServiceRole",
    deploymentConfiguration: {
      minimumHealthyPercent: 50,
      deploymentCircuitBreaker: { enable: true, rollback: true },
      alarms: { alarmNames: ["a"], enable: true, rollback: false },
    },
  });
  expect(service).toMatchObject({
    ...said,
    serviceArn: WEB,
    serviceName: "web",
    clusterArn: ARN("cluster/main"),
    status: "ACTIVE",
    desiredCount: 2,
    runningCount: 0,
    pendingCount: 0,
    taskDefinition: ARN("task-definition/web:1"),
    loadBalancers: REQUEST.loadBalancers,
    serviceRegistries: [],
    roleArn: "ecsServiceRole",
    placementConstraints: [],
    schedulingStrategy: "REPLICA",
    healthCheckGracePeriodSeconds: 0,
    enableECSManagedTags: false,
    createdAt: instance.now,
    deploymentConfiguration: {
      strategy: "ROLLING",
      bakeTimeInMinutes: 0,
      minimumHealthyPercent: 50,
      maximumPercent: 200,
      deploymentCircuitBreaker: { enable: true, rollback: true },
      alarms: { alarmNames: ["a"], enable: true, rollback: false },
    },
    deployments: [
      {
        id: expect.stringMatching(/^ecs-svc\/\d{19}$/) as string,
        status: "PRIMARY",
        rolloutState: "IN_PROGRESS",
        taskDefinition: ARN("task-definition/web:1"),
        desiredCount: 2,
        runningCount: 0,
      },
    ],
    events: [],
  });
  expect(describeOne(instance)).toEqual(service);
});

test("writes a record as components do", () => {
  const instance = shop();
  instance.call(createService, REQUEST);
  expect(objectOf(instance, WEB)).toMatchObject({
    key: "svc-main-web",
    kind: "svc",
    owner: "api",
    attributes: {
      cluster: "main",
      name: "web",
      desiredCount: 2,
      taskDefinition: ARN("task-definition/web:1"),
      loadBalancers: REQUEST.loadBalancers,
      deploymentMinimumHealthyPercent: 100,
      deploymentMaximumPercent: 200,
      deploymentCircuitBreaker: { enable: false, rollback: false },
      healthCheckGracePeriodSeconds: 0,
      tags: {},
      status: "ACTIVE",
    },
    echo: {},
  });
});

test("leaves deploymentController out where nobody gave it", () => {
  const instance = shop();
  instance.call(createService, REQUEST);
  expect(describeOne(instance)).not.toHaveProperty("deploymentController");
  expect(describeOne(instance, "theirs")).not.toHaveProperty("deploymentController");
});

test.each<[string, string, string]>([
  ["a family", "web", "web:2"],
  ["a revision", "web:1", "web:1"],
  ["an ARN", ARN("task-definition/web:1"), "web:1"],
  ["an ARN of another account", "arn:aws:ecs:eu-west-1:1:task-definition/web:1", "web:1"],
  ["a program's", "theirs:1", "theirs:1"],
])("takes the task definition by %s", (_, taskDefinition, expected) => {
  const instance = shop();
  instance.call(registerTaskDefinition, { family: "web", containerDefinitions: [CONTAINER] });
  expect(instance.call(createService, { ...REQUEST, taskDefinition }).service).toMatchObject({
    taskDefinition: ARN(`task-definition/${expected}`),
  });
});

test("is not made twice", () => {
  const instance = shop();
  const request = { ...REQUEST, clientToken: "t", launchType: "EC2" as const };
  instance.call(createService, request);
  const before = instance.objects;
  instance.now = new Date("2026-01-01T00:05:00Z");
  instance.call(createService, request);
  instance.call(createService, { ...request, clientToken: undefined });
  expect(instance.objects).toEqual(before);
  for (const other of [{ desiredCount: 3 }, { launchType: "FARGATE" as const }]) {
    expect(refusal(() => instance.call(createService, { ...request, ...other }))).toBe(
      "InvalidParameterException Creation of service was not idempotent.",
    );
  }
});

test("is what it was after a change that was taken back", () => {
  const instance = shop();
  instance.call(createService, REQUEST);
  instance.call(updateService, { cluster: "main", service: "web", desiredCount: 5 });
  instance.call(updateService, {
    cluster: "main",
    service: "web",
    desiredCount: 2,
    forceNewDeployment: true,
  });
  instance.call(createService, REQUEST);
  expect(describeOne(instance)).toMatchObject({ desiredCount: 2 });
});

test("ends as DRAINING, then INACTIVE for an hour, and leaves its name free", () => {
  const instance = shop();
  instance.call(createService, REQUEST);
  rollOut(instance, WEB);
  const input = { cluster: "main", service: "web" };
  expect(refusal(() => instance.call(deleteService, input))).toBe(
    "InvalidParameterException The service cannot be stopped while it is scaled above 0.",
  );
  expect(instance.call(deleteService, { ...input, force: true }).service).toMatchObject({
    status: "DRAINING",
    desiredCount: 0,
  });
  expect(describeOne(instance)).toMatchObject({ status: "INACTIVE", deployments: [], events: [] });
  expect(instance.call(listServices, { cluster: "main" }).serviceArns).not.toContain(WEB);
  for (const call of [
    () => instance.call(updateService, { ...input, desiredCount: 1 }),
    () => instance.call(deleteService, input),
  ]) {
    expect(refusal(call)).toBe("ServiceNotActiveException Service was not ACTIVE.");
  }
  instance.now = new Date(instance.now.getTime() + 61 * 60_000);
  expect(describeOne(instance)).toBeUndefined();
  instance.call(createService, { ...REQUEST, serviceName: "other" });
  expect(instance.objects.map(({ arn }) => arn)).not.toContain(WEB);
  instance.call(createService, REQUEST);
  instance.call(updateService, { ...input, desiredCount: 0 });
  instance.call(deleteService, input);
  instance.call(createService, REQUEST);
  expect(describeOne(instance)).toMatchObject({ status: "ACTIVE", desiredCount: 2 });
});

test("lists services page by page, and by launch type", () => {
  const instance = shop();
  instance.call(createService, { ...REQUEST, launchType: "FARGATE" });
  const list = (input: Parameters<typeof listServices>[0]) =>
    instance.call(listServices, { cluster: "main", ...input });
  const first = list({ maxResults: 1 });
  expect(first.serviceArns).toEqual([THEIR_SERVICE.arn]);
  expect(list({ nextToken: first.nextToken })).toEqual({ serviceArns: [WEB] });
  expect(list({ launchType: "FARGATE" }).serviceArns).toEqual([WEB]);
  expect(list({ launchType: "EC2" }).serviceArns).toEqual([THEIR_SERVICE.arn]);
  expect(list({ schedulingStrategy: "DAEMON" }).serviceArns).toEqual([]);
});

test("reports unknown services", () => {
  const instance = shop();
  const { services, failures } = instance.call(describeServices, {
    cluster: "main",
    services: ["theirs", "x", ARN("service/other/y")],
  });
  expect(services).toMatchObject([{ serviceName: "theirs", status: "ACTIVE" }]);
  expect(services?.[0]).not.toHaveProperty("tags");
  expect(failures).toEqual([
    { arn: ARN("service/main/x"), reason: "MISSING" },
    { arn: ARN("service/other/y"), reason: "MISSING" },
  ]);
});

test("lets a group of this API go by the number of a port that another group shares", () => {
  const instance = shop();
  const [first] = REQUEST.loadBalancers ?? [];
  const loadBalancers = [{ ...first, targetGroupArn: OTHER }, { ...first }];
  instance.call(createService, { ...REQUEST, loadBalancers });
  expect(objectOf(instance, WEB).attributes).toMatchObject({ namedPorts: [false, true] });
});

test("takes Service Connect that is not enabled, and gives it back", () => {
  const instance = shop();
  const serviceConnectConfiguration = { enabled: false };
  const { service } = instance.call(createService, { ...REQUEST, serviceConnectConfiguration });
  expect(service?.deployments).toMatchObject([{ serviceConnectConfiguration }]);
});

test("takes the launch type by the task definition, and lets a strategy take its place", () => {
  const instance = shop();
  instance.call(registerTaskDefinition, {
    family: "fargate",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [CONTAINER],
  });
  instance.call(createService, { ...REQUEST, taskDefinition: "fargate" });
  const place = { launchType: "FARGATE", platformVersion: "LATEST", platformFamily: "Linux" };
  expect(describeOne(instance)).toMatchObject({ ...place, deployments: [place] });
  const capacityProviderStrategy = [{ capacityProvider: "FARGATE_SPOT", weight: 1, base: 0 }];
  const named = { ...REQUEST, serviceName: "named", launchType: "FARGATE" as const };
  instance.call(createService, named);
  instance.call(updateService, { cluster: "main", service: "named", capacityProviderStrategy });
  expect(describeOne(instance, "named")).toMatchObject({ capacityProviderStrategy });
  expect(describeOne(instance, "named")).not.toHaveProperty("launchType");
});

test("takes a registry that a program made", () => {
  const instance = shop();
  const registryArn = discoveryServiceArn(CONNECTION, "web.local");
  const attributes = { name: "web", dnsName: "web.local" };
  const registry = ofPulumi("discovery", {
    key: "discovery-web.local",
    arn: registryArn,
    attributes,
  });
  instance.objects = [...instance.objects, registry];
  const serviceRegistries = [{ registryArn, containerName: "web", containerPort: 80 }];
  instance.call(createService, { ...REQUEST, serviceRegistries });
  instance.call(updateService, { cluster: "main", service: "web", desiredCount: 1 });
  expect(describeOne(instance)).toMatchObject({ serviceRegistries });
});
