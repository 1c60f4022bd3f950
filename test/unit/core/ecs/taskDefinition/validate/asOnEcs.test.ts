import type { ContainerValues } from "../../../../../../core/ecs/taskDefinition/values/container";
import type { TaskDefinitionValues } from "../../../../../../core/ecs/taskDefinition/values/taskDefinition";
import { validateTaskDefinition } from "../../../../../../core/ecs/taskDefinition/validate";
import { only } from "../../../../../helpers/issues";
import { definition, issuesOf, web } from "../../../../../helpers/taskDefinition";

/*
 * What ECS accepts and refuses, each with the smallest definition; where the answer hangs on the launch
 * type or the network mode, with the other one beside it.
 */

type Definition = readonly [readonly ContainerValues[], Partial<TaskDefinitionValues>?];

const AWSVPC = { networkMode: "awsvpc" };
const FARGATE = { ...AWSVPC, requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "512" };
const BRIDGE = { networkMode: "bridge" };
const EC2 = { requiresCompatibilities: ["EC2"] };
const sized: ContainerValues = { ...web, memory: 128 };
const port = (containerPort: number, hostPort: number) => ({ containerPort, hostPort });
const efs = (more: object): Partial<TaskDefinitionValues> => ({
  volumes: [{ name: "v", efsVolumeConfiguration: { fileSystemId: "fs-1", ...more } }],
});
const onHost: Partial<TaskDefinitionValues> = { volumes: [{ name: "v", hostPath: "/data" }] };
const mapped = (...portMappings: ContainerValues["portMappings"] & object): ContainerValues => ({
  ...web,
  portMappings,
});
const ENTRY = { accessPointId: "fsap-1" };

test.each<[string, Definition]>([
  ["600 seconds to stop on EC2", [[{ ...sized, stopTimeout: 600 }], EC2]],
  ["121 seconds to stop where no launch type is told", [[{ ...web, stopTimeout: 121 }]]],
  ["120 seconds to stop on Fargate", [[{ ...web, stopTimeout: 120 }], FARGATE]],
  ["reservations that fill the task", [[{ ...web, memoryReservation: 512 }], FARGATE]],
  ["memory of the task alone on EC2", [[web], { ...EC2, memory: "512" }]],
  ["a reservation alone on EC2", [[{ ...web, memoryReservation: 64 }], EC2]],
  ["privileged containers on EC2", [[{ ...sized, privileged: true }], EC2]],
  ["a folder of the host on EC2", [[sized], { ...EC2, ...onHost }]],
  ["an empty folder on Fargate", [[web], { ...FARGATE, volumes: [{ name: "v" }] }]],
  ["host ports that are the container's", [[mapped(port(80, 80), port(81, 0))], AWSVPC]],
  ["the capability of Fargate", [[capable("SYS_PTRACE")], FARGATE]],
  [
    "links between containers in bridge mode of EC2",
    [
      [
        { ...sized, links: ["b"] },
        { ...sized, name: "b" },
      ],
      EC2,
    ],
  ],
  [
    "the root of a file system beside an access point",
    [[web], efs({ rootDirectory: "/", transitEncryption: "ENABLED", authorizationConfig: ENTRY })],
  ],
])("accepts %s", (_, [containers, more]) => {
  expect(issuesOf(definition(containers, more))).toEqual([]);
});

function capable(name: string): ContainerValues {
  return { ...web, linuxParameters: { capabilities: { add: [name] } } };
}

test.each<[string, Definition, string]>([
  [
    "a health check without CMD",
    [[{ ...web, healthCheck: { command: ["/healthcheck"] } }]],
    "KECS1023 c[0].healthCheck.command (warning)",
  ],
  [
    "two containers on one port in bridge mode",
    [
      [
        { ...web, portMappings: [port(80, 0)] },
        { ...web, name: "b", portMappings: [port(80, 0)] },
      ],
      BRIDGE,
    ],
    "KECS1023 c (warning)",
  ],
  [
    "two containers on one port where nothing is said of the network",
    [
      [
        { ...web, portMappings: [port(80, 0)] },
        { ...web, name: "b", portMappings: [port(80, 0)] },
      ],
    ],
    "KECS1023 c (warning)",
  ],
  [
    "a variable without a value",
    [[{ ...web, environment: [{ name: "A" }, { name: "B", value: "" }] }]],
    "KECS1023 c[0].environment[0].value (warning)",
  ],
])("accepts %s, and tells what differs", (_, [containers, more], expected) => {
  const issues = issuesOf(definition(containers, more));
  expect(issues).toContain(expected);
  expect(issues.every((issue) => issue.endsWith("(warning)"))).toBe(true);
});

test("accepts one port on two host ports in bridge mode, and says that none is opened", () => {
  const container = { ...web, portMappings: [port(80, 8080), port(80, 8081)] };
  const issues = validateTaskDefinition(definition([container], BRIDGE), "t");
  const ofPorts = issues.filter(({ path }) => path.endsWith(".hostPort"));
  expect(ofPorts.map(({ message }) => message)).toEqual([
    '"8080" has no effect: the instance has no range of local ports',
    '"8081" has no effect: the instance has no range of local ports',
  ]);
  expect(issues.every(({ severity }) => severity === "warning")).toBe(true);
  expect(issues.some(({ message }) => message.includes("share one network"))).toBe(false);
});

test("says which variable without a value the container does not get", () => {
  const issues = validateTaskDefinition(
    definition([{ ...web, environment: [{ name: "A" }] }]),
    "t",
  );
  expect(issues.map(({ message }) => message)).toEqual([
    'is missing: as on ECS, the container gets no variable "A"',
  ]);
});

test.each<[string, Definition, string[]]>([
  [
    "two containers on one port of one network",
    [
      [
        { ...web, portMappings: [port(80, 0)] },
        { ...web, name: "b", portMappings: [port(80, 0)] },
      ],
      { networkMode: "awsvpc" },
    ],
    ["KECS1015 c"],
  ],
  [
    "121 seconds to stop on Fargate",
    [[{ ...web, stopTimeout: 121 }], FARGATE],
    ["KECS1011 c[0].stopTimeout"],
  ],
  [
    "300 seconds to start on Fargate",
    [[{ ...web, startTimeout: 300 }], FARGATE],
    ["KECS1011 c[0].startTimeout"],
  ],
  ["no memory on EC2", [[web], EC2], ["KECS1009 c[0].memory"]],
  [
    "reservations above the task's memory",
    [
      [
        { ...web, memoryReservation: 400 },
        { ...web, name: "b", memoryReservation: 400 },
      ],
      FARGATE,
    ],
    ["KECS1015 memory"],
  ],
  [
    "a privileged container on Fargate",
    [[{ ...web, privileged: true }], FARGATE],
    ["KECS1015 c[0].privileged"],
  ],
  [
    "a capability on Fargate",
    [[capable("NET_ADMIN")], FARGATE],
    ["KECS1015 c[0].linuxParameters.capabilities.add[0]"],
  ],
  [
    "syslog on Fargate",
    [[{ ...web, logConfiguration: { logDriver: "syslog" } }], FARGATE],
    ["KECS1015 c[0].logConfiguration.logDriver"],
  ],
  [
    "name servers on Fargate",
    [[{ ...web, dnsServers: ["10.0.0.1"] }], FARGATE],
    ["KECS1015 c[0].dnsServers"],
  ],
  [
    "a Docker volume on Fargate",
    [[web], { ...FARGATE, volumes: [{ name: "v", dockerVolumeConfiguration: {} }] }],
    ["KECS1015 volumes[0].dockerVolumeConfiguration"],
  ],
  [
    "a folder of the host on Fargate",
    [[web], { ...FARGATE, ...onHost }],
    ["KECS1015 volumes[0].hostPath"],
  ],
  [
    "devices on Fargate",
    [[{ ...web, linuxParameters: { devices: [{ hostPath: "/dev/a" }] } }], FARGATE],
    ["KECS1015 c[0].linuxParameters.devices", "KECS1013 c[0].linuxParameters.devices"],
  ],
  [
    "shared memory on Fargate",
    [[{ ...web, linuxParameters: { sharedMemorySize: 64 } }], FARGATE],
    ["KECS1015 c[0].linuxParameters.sharedMemorySize"],
  ],
  [
    "memory of all tasks on Fargate",
    [[web], { ...FARGATE, ipcMode: "task" }],
    ["KECS1015 ipcMode"],
  ],
  [
    "processes of the host on Fargate",
    [[web], { ...FARGATE, pidMode: "host" }],
    ["KECS1013 pidMode"],
  ],
  [
    "a GPU on Fargate",
    [[{ ...web, resourceRequirements: [{ type: "GPU", value: "1" }] }], FARGATE],
    ["KECS1013 c[0].resourceRequirements"],
  ],
  [
    "placement on Fargate",
    [[web], { ...FARGATE, placementConstraints: [{ type: "memberOf", expression: "a" }] }],
    ["KECS1015 placementConstraints"],
  ],
  ["a host name on Fargate", [[{ ...web, hostname: "a" }], FARGATE], ["KECS1015 c[0].hostname"]],
  [
    "no network mode on Fargate, for which ECS takes bridge",
    [[web], { requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "512" }],
    ["KECS1009 networkMode"],
  ],
  ...["awsvpc", "host"].map((networkMode): [string, Definition, string[]] => [
    `another host port in network mode ${networkMode}`,
    [[mapped(port(80, 8080))], { networkMode }],
    ["KECS1015 c[0].portMappings[0].hostPort"],
  ]),
  [
    "links with awsvpc",
    [
      [
        { ...web, links: ["b"] },
        { ...web, name: "b" },
      ],
      { networkMode: "awsvpc" },
    ],
    ["KECS1015 c[0].links"],
  ],
  [
    "a host name with awsvpc",
    [[{ ...web, hostname: "a" }], { networkMode: "awsvpc" }],
    ["KECS1015 c[0].hostname"],
  ],
  [
    "a folder beside an access point",
    [
      [web],
      efs({ rootDirectory: "/data", transitEncryption: "ENABLED", authorizationConfig: ENTRY }),
    ],
    ["KECS1015 volumes[0].efsVolumeConfiguration.rootDirectory"],
  ],
  [
    "an access point without encryption",
    [[web], efs({ authorizationConfig: ENTRY })],
    ["KECS1015 volumes[0].efsVolumeConfiguration.transitEncryption"],
  ],
  [
    "inference accelerators",
    [[web], { inferenceAccelerators: [{ deviceName: "a", deviceType: "eia1.medium" }] } as object],
    ["KECS1013 inferenceAccelerators"],
  ],
  [
    "a file system of S3",
    [
      [web],
      { volumes: [{ name: "v", s3filesVolumeConfiguration: { fileSystemArn: "a" } }] } as object,
    ],
    ["KECS1013 volumes[0].s3filesVolumeConfiguration"],
  ],
  [
    "a host in the form of the API",
    [[web], { volumes: [{ name: "v", host: { sourcePath: "/data" } }] } as object],
    ["KECS1013 volumes[0].host"],
  ],
])("refuses %s", (_, [containers, more], expected) => {
  expect(issuesOf(definition(containers, more))).toEqual(expected);
});

test("says what becomes of a container that may end, but of none that others wait for", () => {
  const side = { ...web, name: "side", essential: false };
  const issue = only(validateTaskDefinition(definition([web, side]), "t"));
  expect(issue).toMatchObject({ code: "KECS1023", severity: "warning" });
  expect(issue.message).toMatch(/^"side": on ECS a task keeps running/);
  const waiting = (condition: string) => ({
    ...web,
    dependsOn: [{ containerName: "side", condition }],
  });
  expect(issuesOf(definition([waiting("SUCCESS"), side]))).toEqual([]);
  expect(issuesOf(definition([waiting("START"), side]))).toEqual(["KECS1023 c (warning)"]);
});

test("names the function that takes containers as text", () => {
  const text = { containerDefinitions: '[{ "name": "web", "image": "web:1" }]' } as object;
  const issue = only(validateTaskDefinition(definition([], text), "t"));
  expect(issue).toMatchObject({
    code: "KECS1024",
    path: "t.containerDefinitions",
    hint: "pass the JSON text of AWS as containerDefinitionsFromJson(text)",
  });
});

const INT32 = 2 ** 31;
const tooLarge: Readonly<Record<string, ContainerValues>> = {
  stopTimeout: { ...web, stopTimeout: INT32 },
  startTimeout: { ...web, startTimeout: INT32 },
  cpu: { ...web, cpu: INT32 },
  memory: { ...web, memory: INT32 },
  memoryReservation: { ...web, memoryReservation: INT32 },
  "portMappings[0].containerPort": { ...web, portMappings: [{ containerPort: INT32 }] },
  "portMappings[0].hostPort": { ...web, portMappings: [port(80, INT32)] },
  "healthCheck.interval": { ...web, healthCheck: { command: ["CMD", "a"], interval: INT32 } },
  "healthCheck.timeout": { ...web, healthCheck: { command: ["CMD", "a"], timeout: INT32 } },
  "healthCheck.retries": { ...web, healthCheck: { command: ["CMD", "a"], retries: INT32 } },
  "healthCheck.startPeriod": { ...web, healthCheck: { command: ["CMD", "a"], startPeriod: INT32 } },
  "ulimits[0].softLimit": { ...web, ulimits: [{ name: "core", softLimit: INT32, hardLimit: 1 }] },
  "ulimits[0].hardLimit": { ...web, ulimits: [{ name: "core", softLimit: 1, hardLimit: INT32 }] },
  "linuxParameters.tmpfs[0].size": {
    ...web,
    linuxParameters: { tmpfs: [{ containerPath: "/a", size: INT32 }] },
  },
  "linuxParameters.sharedMemorySize": { ...web, linuxParameters: { sharedMemorySize: INT32 } },
  "linuxParameters.maxSwap": { ...web, linuxParameters: { maxSwap: INT32 } },
  "linuxParameters.swappiness": { ...web, linuxParameters: { swappiness: INT32 } },
  "restartPolicy.restartAttemptPeriod": {
    ...web,
    restartPolicy: { enabled: true, restartAttemptPeriod: INT32 },
  },
  "restartPolicy.ignoredExitCodes[0]": {
    ...web,
    restartPolicy: { enabled: true, ignoredExitCodes: [INT32] },
  },
};

test.each(Object.entries(tooLarge))("keeps %s in its range", (field, container) => {
  expect(issuesOf(definition([container]))).toContain(`KECS1011 c[0].${field}`);
});

test.each<[string, Partial<TaskDefinitionValues>]>([
  ["ephemeralStorage.sizeInGib", { ephemeralStorage: { sizeInGib: INT32 } }],
  [
    "volumes[0].efsVolumeConfiguration.transitEncryptionPort",
    efs({ transitEncryptionPort: INT32 }),
  ],
  ["cpu", { cpu: String(INT32) }],
  ["memory", { memory: String(INT32 * 2) }],
])("keeps the task's %s in its range", (field, more) => {
  expect(issuesOf(definition([web], more))).toContain(`KECS1011 ${field}`);
});
