import type { RegisterTaskDefinitionRequest } from "@aws-sdk/client-ecs";
import { deleteTaskDefinitions } from "../../../../../api/operations/ecs/deleteTaskDefinitions";
import { deregisterTaskDefinition } from "../../../../../api/operations/ecs/deregisterTaskDefinition";
import { describeTaskDefinition } from "../../../../../api/operations/ecs/describeTaskDefinition";
import { listTaskDefinitionFamilies } from "../../../../../api/operations/ecs/listTaskDefinitionFamilies";
import { listTaskDefinitions } from "../../../../../api/operations/ecs/listTaskDefinitions";
import { registerTaskDefinition } from "../../../../../api/operations/ecs/registerTaskDefinition";
import { taskDefinitionArn } from "../../../../../core/arn";
import { taskDefinitionRecord } from "../../../../../core/ecs/taskDefinition/manifests";
import { taskModel } from "../../../../../core/ecs/taskDefinition/model";
import { refusal } from "../../../../helpers/api/awsRefusal";
import { FakeInstance } from "../../../../helpers/api/fakeInstance";
import { ofPulumi, podOfTask } from "../../../../helpers/api/ecsObjects";
import { CONNECTION } from "../../../../helpers/samples";

const ARN = (name: string) => `arn:aws:ecs:us-east-1:000000000000:task-definition/${name}`;
const WEB = { name: "web", image: "nginx:1.27" };

const FULL: RegisterTaskDefinitionRequest = {
  family: "shop",
  taskRoleArn: "arn:aws:iam::1:role/task",
  executionRoleArn: "arn:aws:iam::1:role/execution",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "X86_64" },
  ephemeralStorage: { sizeInGiB: 30 },
  volumes: [
    { name: "data", host: {} },
    { name: "ebs", configuredAtLaunch: true },
  ],
  containerDefinitions: [
    {
      ...WEB,
      cpu: 128,
      memory: 256,
      essential: true,
      command: ["sh", "-c", "run"],
      environment: [{ name: "A", value: "1" }],
      portMappings: [{ containerPort: 80, hostPort: 80, protocol: "tcp", name: "http" }],
      mountPoints: [{ sourceVolume: "data", containerPath: "/data", readOnly: true }],
      volumesFrom: [],
      systemControls: [],
      healthCheck: {
        command: ["CMD-SHELL", "exit 0"],
        interval: 10,
        timeout: 3,
        retries: 2,
        startPeriod: 1,
      },
      logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "/ecs/shop" } },
      ulimits: [{ name: "nofile", softLimit: 1, hardLimit: 2 }],
      linuxParameters: { initProcessEnabled: true, capabilities: { add: ["SYS_PTRACE"] } },
    },
  ],
};

function register(instance: FakeInstance, family: string, times = 1): void {
  for (let i = 0; i < times; i++) {
    instance.call(registerTaskDefinition, { family, containerDefinitions: [WEB] });
  }
}

/** The task definition `web` of a Pulumi program. */
const OF_PULUMI = ofPulumi(
  "td",
  taskDefinitionRecord(
    taskModel(
      {
        value: {
          family: "web",
          cpu: "256",
          volumes: [
            { name: "data", efsVolumeConfiguration: { fileSystemId: "fs-1", rootDirectory: "/a" } },
          ],
          secretValues: { p: "hunter2" },
          containerDefinitions: [
            {
              ...WEB,
              portMappings: [{ containerPort: 80 }],
              secrets: [{ name: "S", valueFrom: "p" }],
              user: "1:2",
            },
          ],
        },
        secrets: [],
      },
      taskDefinitionArn(CONNECTION, "web", 1),
    ),
    { team: "a" },
  ),
);

test("gives back what was registered", () => {
  const instance = new FakeInstance();
  const tags = [{ key: "team", value: "a" }];
  const made = instance.call(registerTaskDefinition, { ...FULL, tags });
  expect(made).toEqual({
    taskDefinition: {
      ...FULL,
      placementConstraints: [],
      taskDefinitionArn: ARN("shop:1"),
      revision: 1,
      status: "ACTIVE",
      compatibilities: ["EC2", "FARGATE"],
      registeredAt: instance.now,
    },
    tags,
  });
  expect(
    instance.call(describeTaskDefinition, { taskDefinition: "shop", include: ["TAGS"] }),
  ).toEqual(made);
  expect(instance.call(describeTaskDefinition, { taskDefinition: "shop:1" })).not.toHaveProperty(
    "tags",
  );
});

test("fills in AWS's defaults", () => {
  const instance = new FakeInstance();
  const { taskDefinition } = instance.call(registerTaskDefinition, {
    family: "shop",
    containerDefinitions: [
      {
        ...WEB,
        portMappings: [{ containerPort: 80 }, { containerPortRange: "90-91" }],
        healthCheck: { command: ["CMD", "true"] },
      },
    ],
  });
  expect(taskDefinition).toMatchObject({
    volumes: [],
    compatibilities: ["EC2"],
    containerDefinitions: [
      {
        ...WEB,
        cpu: 0,
        essential: true,
        environment: [],
        mountPoints: [],
        volumesFrom: [],
        systemControls: [],
        portMappings: [
          { containerPort: 80, hostPort: 0, protocol: "tcp" },
          { containerPortRange: "90-91", protocol: "tcp" },
        ],
        healthCheck: { command: ["CMD", "true"], interval: 30, timeout: 5, retries: 3 },
      },
    ],
  });
});

test("keeps what tasks are made of in the record", () => {
  const instance = new FakeInstance();
  instance.call(registerTaskDefinition, FULL);
  expect(instance.objects).toMatchObject([
    {
      key: "td-shop-1",
      kind: "td",
      arn: ARN("shop:1"),
      attributes: {
        family: "shop",
        revision: 1,
        model: {
          arn: ARN("shop:1"),
          revision: 1,
          cpuUnits: 256,
          volumes: [
            { kind: "ephemeral", name: "data" },
            { kind: "ephemeral", name: "ebs" },
          ],
          containers: [{ name: "web", environment: [{ name: "A", value: "1" }] }],
        },
      },
    },
  ]);
});

test("counts revisions up, from a program's one and over those that ended", () => {
  const instance = new FakeInstance([OF_PULUMI]);
  register(instance, "web", 2);
  instance.call(deregisterTaskDefinition, { taskDefinition: "web:3" });
  expect(
    instance.call(describeTaskDefinition, { taskDefinition: "web" }).taskDefinition?.revision,
  ).toBe(2);
  instance.call(deleteTaskDefinitions, { taskDefinitions: ["web:3"] });
  register(instance, "web");
  expect(instance.call(listTaskDefinitions, { familyPrefix: "web" }).taskDefinitionArns).toEqual([
    ARN("web:1"),
    ARN("web:2"),
    ARN("web:4"),
  ]);
  expect(instance.objects.map(({ key }) => key)).toEqual(["td-web-1", "td-web-2", "td-web-4"]);
});

test("describes a program's task definition by its model", () => {
  const { taskDefinition, tags } = new FakeInstance([OF_PULUMI]).call(describeTaskDefinition, {
    taskDefinition: ARN("web:1"),
    include: ["TAGS"],
  });
  expect(taskDefinition).toMatchObject({
    family: "web",
    revision: 1,
    status: "ACTIVE",
    cpu: "256",
    volumes: [
      { name: "data", efsVolumeConfiguration: { fileSystemId: "fs-1", rootDirectory: "/a" } },
    ],
    containerDefinitions: [
      {
        ...WEB,
        portMappings: [{ containerPort: 80, hostPort: 80, protocol: "tcp" }],
        secrets: [{ name: "S", valueFrom: "td-web-secrets/web.S" }],
        user: "1:2",
      },
    ],
  });
  expect(tags).toEqual([{ key: "team", value: "a" }]);
  expect(JSON.stringify(taskDefinition)).not.toContain("hunter2");
});

test("deregisters, and describes what is INACTIVE", () => {
  const instance = new FakeInstance();
  register(instance, "shop", 2);
  const { taskDefinition } = instance.call(deregisterTaskDefinition, {
    taskDefinition: ARN("shop:1"),
  });
  expect(taskDefinition).toMatchObject({ status: "INACTIVE", deregisteredAt: instance.now });
  expect(instance.call(describeTaskDefinition, { taskDefinition: "shop:1" })).toEqual({
    taskDefinition,
  });
  expect(instance.call(listTaskDefinitions, { status: "INACTIVE" }).taskDefinitionArns).toEqual([
    ARN("shop:1"),
  ]);
  const again = instance.call(deregisterTaskDefinition, { taskDefinition: "shop:1" });
  expect(again).toEqual({ taskDefinition });
});

test("lists in the order of revisions, page by page", () => {
  const instance = new FakeInstance();
  register(instance, "shop", 11);
  register(instance, "api");
  const arns = (input: Parameters<typeof listTaskDefinitions>[0]) =>
    instance.call(listTaskDefinitions, input);
  const first = arns({ maxResults: 2 });
  expect(first.taskDefinitionArns).toEqual([ARN("api:1"), ARN("shop:1")]);
  expect(arns({ maxResults: 1, nextToken: first.nextToken }).taskDefinitionArns).toEqual([
    ARN("shop:2"),
  ]);
  expect(arns({ sort: "DESC", maxResults: 1 }).taskDefinitionArns).toEqual([ARN("shop:11")]);
});

test("lists families by what is left of them", () => {
  const instance = new FakeInstance();
  register(instance, "shop");
  register(instance, "shopping");
  register(instance, "api");
  instance.call(deregisterTaskDefinition, { taskDefinition: "shop:1" });
  const families = (input: Parameters<typeof listTaskDefinitionFamilies>[0]) =>
    instance.call(listTaskDefinitionFamilies, input).families;
  expect(families({})).toEqual(["api", "shopping"]);
  expect(families({ familyPrefix: "shop", status: "ALL" })).toEqual(["shop", "shopping"]);
  expect(families({ status: "INACTIVE" })).toEqual(["shop"]);
});

test("deletes INACTIVE ones, and keeps those that tasks are of", () => {
  const instance = new FakeInstance();
  register(instance, "web", 3);
  instance.call(deregisterTaskDefinition, { taskDefinition: "web:1" });
  instance.call(deregisterTaskDefinition, { taskDefinition: "web:2" });
  instance.cluster = { ...instance.cluster, pods: [podOfTask({ family: "web", revision: 2 })] };
  const { taskDefinitions, failures } = instance.call(deleteTaskDefinitions, {
    taskDefinitions: ["web:1", "web:2", "web:3", "web:9"],
  });
  expect(taskDefinitions).toMatchObject([
    { revision: 1, status: "DELETE_IN_PROGRESS", deleteRequestedAt: instance.now },
    { revision: 2, status: "DELETE_IN_PROGRESS" },
  ]);
  expect(failures).toMatchObject([
    { arn: ARN("web:3"), reason: expect.stringContaining("still in ACTIVE status") as string },
    { arn: "web:9", reason: "The specified task definition does not exist." },
  ]);
  expect(instance.objects.map(({ key }) => key)).toEqual(["td-web-2", "td-web-3"]);
});

const web = (more: object): RegisterTaskDefinitionRequest => ({
  family: "web",
  containerDefinitions: [{ ...WEB, ...more }],
});

test.each<[string, RegisterTaskDefinitionRequest, string]>([
  ["a family that AWS refuses", { ...web({}), family: "my web" }, 'family: "my web" is not'],
  ["no container", { family: "web", containerDefinitions: [] }, ".containerDefinitions"],
  ["a container without an image", web({ image: undefined }), ".containerDefinitions[0].image"],
  [
    "secrets",
    web({ secrets: [{ name: "A", valueFrom: "p" }] }),
    "RegisterTaskDefinition.containerDefinitions[0].secrets: KECS has no values of Secrets Manager",
  ],
  [
    "a folder that the instance does not share",
    { ...web({}), volumes: [{ name: "a", host: { sourcePath: "/home/me" } }] },
    'RegisterTaskDefinition.volumes[0].host.sourcePath: "/home/me" is not in a folder',
  ],
  [
    "Windows",
    { ...web({}), runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2019_CORE" } },
    "Windows containers do not run here",
  ],
  [
    "a GPU",
    web({ resourceRequirements: [{ type: "GPU", value: "1" }] }),
    ".containerDefinitions[0].resourceRequirements",
  ],
  [
    "App Mesh",
    {
      ...web({}),
      proxyConfiguration: { containerName: "web", properties: [{ name: "a", value: "b" }] },
    },
    "there is no App Mesh here",
  ],
  [
    "a size that Fargate does not have",
    {
      ...web({}),
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: "300",
      memory: "512",
    },
    "RegisterTaskDefinition.cpu",
  ],
  ["what fits into no record", web({ dockerLabels: { a: "x".repeat(600_000) } }), "is too long"],
])("refuses to register %s", (_, input, expected) => {
  const instance = new FakeInstance();
  const said = refusal(() => instance.call(registerTaskDefinition, input));
  expect(said).toMatch(/^ClientException /);
  expect(said).toContain(expected);
  expect(instance.objects).toEqual([]);
});

test("takes a folder that the instance shares", () => {
  const instance = new FakeInstance();
  const { world } = instance;
  const input: RegisterTaskDefinitionRequest = {
    ...web({}),
    volumes: [{ name: "a", host: { sourcePath: "/home/me/shop/data/" } }],
  };
  const connection = { ...CONNECTION, hostPaths: ["/home/me/shop"] };
  expect(registerTaskDefinition(input, { ...world, connection }).changes).toHaveLength(1);
});

test.each<[string, (instance: FakeInstance) => unknown, string]>([
  [
    "an unknown family",
    (of) => of.call(describeTaskDefinition, { taskDefinition: "x" }),
    "ClientException Unable to describe task definition.",
  ],
  [
    "a revision that is no number",
    (of) => of.call(describeTaskDefinition, { taskDefinition: "web:x" }),
    "InvalidParameterException Invalid revision number. Number: x",
  ],
  [
    "an ARN of something else",
    (of) => of.call(describeTaskDefinition, { taskDefinition: "arn:aws:ecs:r:a:cluster/x" }),
    'InvalidParameterException "arn:aws:ecs:r:a:cluster/x" is not the name or ARN',
  ],
  [
    "to deregister without a revision",
    (of) => of.call(deregisterTaskDefinition, { taskDefinition: "web" }),
    "ClientException Revision is missing.",
  ],
  [
    "to deregister an unknown one",
    (of) => of.call(deregisterTaskDefinition, { taskDefinition: "web:9" }),
    "ClientException The specified task definition does not exist.",
  ],
  [
    "to deregister a program's",
    (of) => of.call(deregisterTaskDefinition, { taskDefinition: "web:1" }),
    'InvalidParameterException The task definition web belongs to the Pulumi stack "shop/dev".',
  ],
  [
    "to delete a program's",
    (of) => of.call(deleteTaskDefinitions, { taskDefinitions: ["web:1"] }),
    'InvalidParameterException The task definition web belongs to the Pulumi stack "shop/dev".',
  ],
  [
    "to delete nothing",
    (of) => of.call(deleteTaskDefinitions, { taskDefinitions: [] }),
    "InvalidParameterException taskDefinitions cannot be empty.",
  ],
])("refuses %s", (_, call, expected) => {
  expect(refusal(() => call(new FakeInstance([OF_PULUMI])))).toContain(expected);
});
