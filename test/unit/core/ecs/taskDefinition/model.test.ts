import type { ContainerModel } from "../../../../../core/ecs/pod/model";
import { taskModel } from "../../../../../core/ecs/taskDefinition/model";
import type { ContainerValues } from "../../../../../core/ecs/taskDefinition/values/container";
import type { TaskDefinitionValues } from "../../../../../core/ecs/taskDefinition/values/taskDefinition";
import type { VolumeValues } from "../../../../../core/ecs/taskDefinition/values/volume";
import { container } from "../../../../helpers/tasks";
import { definition, web } from "../../../../helpers/taskDefinition";

const model = (containers: ContainerValues[], more: Partial<TaskDefinitionValues> = {}) =>
  taskModel(definition(containers, more), "arn");
const one = (more: Partial<ContainerValues>) => model([{ ...web, ...more }]).containers[0];
const bare = (more: Partial<ContainerModel> = {}) =>
  container("web", { image: "nginx:1.27", ...more });

test("has ECS's defaults", () => {
  expect(model([web])).toEqual({
    arn: "arn",
    family: "a",
    revision: 1,
    containers: [bare()],
    volumes: [],
    sharedProcesses: false,
  });
});

test("knows the size of a task, and that its processes are shared", () => {
  expect(model([web], { cpu: "0.25 vCPU", memory: "0.5 GB", pidMode: "task" })).toMatchObject({
    cpuUnits: 256,
    memoryMiB: 512,
    sharedProcesses: true,
  });
});

test.each<[string, Partial<ContainerValues>, Partial<ContainerModel>]>([
  [
    "what runs",
    { entryPoint: ["a"], command: ["b"], workingDirectory: "/c" },
    { entryPoint: ["a"], command: ["b"], workingDirectory: "/c" },
  ],
  ["nothing in the place of the image's", { entryPoint: [], command: [] }, {}],
  ["an optional container", { essential: false }, { essential: false }],
  [
    "the environment without variables that have no value",
    { environment: [{ name: "A" }, { name: "B", value: "" }] },
    { environment: [{ name: "B", value: "" }] },
  ],
  [
    "the environment",
    { environment: [{ name: "A", value: "b" }] },
    { environment: [{ name: "A", value: "b" }] },
  ],
  [
    "ports",
    {
      portMappings: [
        { containerPort: 80, hostPort: 80, name: "web", appProtocol: "http" },
        { containerPort: 53, protocol: "udp" },
        { containerPortRange: "1-2" },
      ],
    },
    {
      ports: [
        { containerPort: 80, hostPort: 80, protocol: "tcp", name: "web", appProtocol: "http" },
        { containerPort: 53, protocol: "udp" },
      ],
    },
  ],
  [
    "a check of a shell",
    { healthCheck: { command: ["CMD-SHELL", "a || b"] } },
    {
      healthCheck: {
        command: ["/bin/sh", "-c", "a || b"],
        interval: 30,
        timeout: 5,
        retries: 3,
        startPeriod: 0,
      },
    },
  ],
  [
    "a check of a program",
    {
      healthCheck: {
        command: ["CMD", "a", "b"],
        interval: 5,
        timeout: 2,
        retries: 1,
        startPeriod: 9,
      },
    },
    { healthCheck: { command: ["a", "b"], interval: 5, timeout: 2, retries: 1, startPeriod: 9 } },
  ],
  ["no check", { healthCheck: { command: ["NONE"] } }, {}],
  [
    "its size",
    { cpu: 1, memory: 7, memoryReservation: 6 },
    { cpuUnits: 1, memoryMiB: 7, memoryReservationMiB: 6 },
  ],
  ["a user and a group", { user: "1000:root" }, { user: { uid: 1000, gid: 0 } }],
  ["root", { user: "root" }, { user: { uid: 0 } }],
  [
    "rights",
    {
      privileged: true,
      readonlyRootFilesystem: true,
      linuxParameters: { capabilities: { add: ["CHOWN"], drop: ["ALL"] } },
    },
    {
      privileged: true,
      readonlyRootFilesystem: true,
      capabilities: { add: ["CHOWN"], drop: ["ALL"] },
    },
  ],
  [
    "folders in memory",
    { linuxParameters: { tmpfs: [{ containerPath: "/a", size: 1 }], sharedMemorySize: 2 } },
    { tmpfs: [{ path: "/a", sizeMiB: 1 }], sharedMemoryMiB: 2 },
  ],
  [
    "hosts and links",
    { extraHosts: [{ hostname: "a", ipAddress: "10.0.0.1" }], links: ["b:c", "d"] },
    {
      extraHosts: [
        { hostname: "a", ipAddress: "10.0.0.1" },
        { hostname: "c", ipAddress: "127.0.0.1" },
        { hostname: "d", ipAddress: "127.0.0.1" },
      ],
    },
  ],
  [
    "the rest",
    {
      stopTimeout: 0,
      dockerLabels: { a: "b" },
      dnsServers: ["a"],
      dnsSearchDomains: ["b"],
      interactive: true,
      pseudoTerminal: true,
    },
    {
      stopTimeout: 0,
      dockerLabels: { a: "b" },
      dnsServers: ["a"],
      dnsSearchDomains: ["b"],
      interactive: true,
      pseudoTerminal: true,
    },
  ],
])("takes over %s", (_, values, expected) => {
  expect(one(values)).toEqual(bare(expected));
});

test("keeps the order of waiting", () => {
  const dependsOn = [{ containerName: "side", condition: "START" }];
  expect(one({ dependsOn })?.dependsOn).toEqual(dependsOn);
});

test("names the Secret and its keys, and no value", () => {
  const of = definition(
    [
      {
        ...web,
        environment: [{ name: "A", value: "hunter2" }],
        secrets: [{ name: "B", valueFrom: "p" }],
      },
    ],
    { secretValues: { p: "hunter3" } },
    ["containerDefinitions[0].environment[0]"],
  );
  const task = taskModel(of, "arn");
  expect(task.secretName).toBe("td-a-secrets");
  expect(task.containers).toEqual([
    bare({
      secrets: [
        { name: "A", key: "web.A" },
        { name: "B", key: "web.B" },
      ],
    }),
  ]);
  expect(JSON.stringify(task)).not.toContain("hunter");
});

test("mounts what the container says, and what another one does", () => {
  const data = { sourceVolume: "data", containerPath: "/data" };
  const side: ContainerValues = {
    name: "side",
    image: "b",
    mountPoints: [data, { sourceVolume: "x", containerPath: "/x", readOnly: true }],
  };
  const mounts = (readOnly?: boolean) =>
    model([
      {
        ...web,
        mountPoints: [{ sourceVolume: "own", containerPath: "/x" }],
        volumesFrom: [{ sourceContainer: "side", ...(readOnly === undefined ? {} : { readOnly }) }],
      },
      side,
    ]).containers[0]?.mounts;
  const own = { volume: "own", path: "/x", readOnly: false };
  expect(mounts()).toEqual([own, { volume: "data", path: "/data", readOnly: false }]);
  expect(mounts(true)).toEqual([own, { volume: "data", path: "/data", readOnly: true }]);
});

test("passes on what a container got from another one itself, also around a circle", () => {
  const chain = ["a", "b", "c"].map((name, i, names) => ({
    name,
    image: "x",
    volumesFrom: [
      { sourceContainer: names[(i + 1) % 3] ?? "", ...(name === "b" ? { readOnly: true } : {}) },
    ],
    mountPoints: [{ sourceVolume: name, containerPath: `/${name}` }],
  }));
  const mounts = model(chain).containers.map((container) =>
    container.mounts.map(({ path, readOnly }) => `${path}${readOnly ? " (read)" : ""}`),
  );
  expect(mounts).toEqual([
    ["/a", "/b", "/c (read)"],
    ["/b", "/c (read)", "/a (read)"],
    ["/c", "/a", "/b"],
  ]);
});

const efs = (more: object): VolumeValues => ({
  name: "v",
  efsVolumeConfiguration: { fileSystemId: "fs-1", ...more },
});

test.each<[string, VolumeValues, object]>([
  ["a name", { name: "v" }, { kind: "ephemeral" }],
  ["an EBS volume", { name: "v", configureAtLaunch: true }, { kind: "ephemeral" }],
  ["an empty path", { name: "v", hostPath: "" }, { kind: "ephemeral" }],
  ["a folder of the machine", { name: "v", hostPath: "/a" }, { kind: "host", path: "/a" }],
  ["a task's Docker volume", { name: "v", dockerVolumeConfiguration: {} }, { kind: "ephemeral" }],
  [
    "a shared Docker volume",
    { name: "v", dockerVolumeConfiguration: { scope: "shared" } },
    { kind: "shared", share: "docker/v" },
  ],
  ["a file system", efs({}), { kind: "shared", share: "efs/fs-1" }],
  ["its root", efs({ rootDirectory: "/" }), { kind: "shared", share: "efs/fs-1" }],
  ["a folder of it", efs({ rootDirectory: "/a//b" }), { kind: "shared", share: "efs/fs-1/a/b" }],
  [
    "an access point",
    efs({ authorizationConfig: { accessPointId: "fsap-1" } }),
    { kind: "shared", share: "efs/fs-1/fsap-1" },
  ],
])("makes of %s", (_, volume, expected) => {
  expect(model([web], { volumes: [volume] }).volumes).toEqual([{ name: "v", ...expected }]);
});

test("leads no share out of its folder", () => {
  for (const rootDirectory of ["/../..", "/a/./b", "/.", "..", "/a b/\0", "/-x"]) {
    const [volume] = model([web], { volumes: [efs({ rootDirectory })] }).volumes;
    const share = volume?.kind === "shared" ? volume.share : "";
    expect(share).toMatch(/^efs\/fs-1(\/[a-zA-Z0-9_][-._a-zA-Z0-9]*)*$/);
    expect(share.split("/")).not.toContain("..");
  }
});
