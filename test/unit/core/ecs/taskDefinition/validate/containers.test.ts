import type { ContainerValues } from "../../../../../../core/ecs/taskDefinition/values/container";
import { definition, issuesOf, web } from "../../../../../helpers/taskDefinition";

const numbered = (count: number): ContainerValues[] =>
  Array.from({ length: count }, (_, i) => ({ name: `c${i}`, image: "i" }));
const side: ContainerValues = { name: "side", image: "b", essential: false };
const ended = (condition: string) => [{ containerName: "side", condition }];

test.each<[string, readonly ContainerValues[], string[]]>([
  ["no container", [], ["KECS1011 c"]],
  ["eleven containers", numbered(11), ["KECS1011 c"]],
  ["an empty name", [{ ...web, name: "" }], ["KECS1001 c[0].name"]],
  ["no image", [{ ...web, image: "" }], ["KECS1009 c[0].image"]],
  ["a blank in an image", [{ ...web, image: "a b" }], ["KECS1009 c[0].image"]],
  ["no essential container", [{ ...web, essential: false }], ["KECS1015 c"]],
  ["one name for two containers", [web, { ...web, image: "b" }], ["KECS1015 c[1].name"]],
  ["a user by name", [{ ...web, user: "node" }], ["KECS1013 c[0].user"]],
  ["a name of KECS's own", [{ ...web, name: "kecs-drain" }], ["KECS1034 c[0].name"]],
  ["-1 seconds to stop", [{ ...web, stopTimeout: -1 }], ["KECS1011 c[0].stopTimeout"]],
  [
    "port 0",
    [{ ...web, portMappings: [{ containerPort: 0 }] }],
    ["KECS1011 c[0].portMappings[0].containerPort"],
  ],
  [
    "port 65536",
    [{ ...web, portMappings: [{ containerPort: 65536 }] }],
    ["KECS1011 c[0].portMappings[0].containerPort"],
  ],
  [
    "a mapping without a port",
    [{ ...web, portMappings: [{}] }],
    ["KECS1009 c[0].portMappings[0].containerPort"],
  ],
  [
    "a port beside a range",
    [{ ...web, portMappings: [{ containerPort: 1, containerPortRange: "1-2" }] }],
    ["KECS1015 c[0].portMappings[0]"],
  ],
  [
    "a reversed range",
    [{ ...web, portMappings: [{ containerPortRange: "2-1" }] }],
    ["KECS1011 c[0].portMappings[0].containerPortRange"],
  ],
  [
    "a range above 65535",
    [{ ...web, portMappings: [{ containerPortRange: "1-65536" }] }],
    ["KECS1011 c[0].portMappings[0].containerPortRange"],
  ],
  [
    "another protocol",
    [{ ...web, portMappings: [{ containerPort: 1, protocol: "sctp" }] }],
    ["KECS1008 c[0].portMappings[0].protocol"],
  ],
  [
    "an appProtocol without a name",
    [{ ...web, portMappings: [{ containerPort: 1, appProtocol: "http" }] }],
    ["KECS1009 c[0].portMappings[0].name"],
  ],
  [
    "a port's name in capitals",
    [{ ...web, portMappings: [{ containerPort: 1, name: "Web" }] }],
    ["KECS1001 c[0].portMappings[0].name"],
  ],
  [
    "one name for two ports",
    [
      {
        ...web,
        portMappings: [
          { containerPort: 1, name: "a" },
          { containerPort: 2, name: "a" },
        ],
      },
    ],
    ["KECS1015 c"],
  ],
  [
    "a variable without a name",
    [{ ...web, environment: [{ name: "", value: "a" }] }],
    ["KECS1001 c[0].environment[0].name"],
  ],
  [
    "= in a variable's name",
    [{ ...web, environment: [{ name: "A=B", value: "a" }] }],
    ["KECS1001 c[0].environment[0].name"],
  ],
  [
    "a NUL in a value",
    [{ ...web, environment: [{ name: "A", value: "\0" }] }],
    ["KECS1008 c[0].environment[0].value"],
  ],
  [
    "a variable twice",
    [
      {
        ...web,
        environment: [
          { name: "A", value: "" },
          { name: "A", value: "" },
        ],
      },
    ],
    ["KECS1015 c[0].environment[1].name"],
  ],
  [
    "a secret without a value",
    [{ ...web, secrets: [{ name: "A", valueFrom: "p" }] }],
    ["KECS1009 c[0].secrets[0].valueFrom"],
  ],
  [
    "an empty check",
    [{ ...web, healthCheck: { command: [] } }],
    ["KECS1008 c[0].healthCheck.command"],
  ],
  [
    "a check with nothing to run",
    [{ ...web, healthCheck: { command: ["CMD"] } }],
    ["KECS1009 c[0].healthCheck.command"],
  ],
  [
    "NONE with more",
    [{ ...web, healthCheck: { command: ["NONE", "a"] } }],
    ["KECS1009 c[0].healthCheck.command"],
  ],
  [
    "a check below its bounds",
    [
      {
        ...web,
        healthCheck: {
          command: ["CMD", "a"],
          interval: 4,
          timeout: 1,
          retries: 0,
          startPeriod: -1,
        },
      },
    ],
    ["interval", "timeout", "retries", "startPeriod"].map(
      (of) => `KECS1011 c[0].healthCheck.${of}`,
    ),
  ],
  [
    "a check above its bounds",
    [
      {
        ...web,
        healthCheck: {
          command: ["CMD", "a"],
          interval: 301,
          timeout: 61,
          retries: 11,
          startPeriod: 301,
        },
      },
    ],
    ["interval", "timeout", "retries", "startPeriod"].map(
      (of) => `KECS1011 c[0].healthCheck.${of}`,
    ),
  ],
  [
    "a dependency on itself",
    [{ ...web, dependsOn: [{ containerName: "web", condition: "START" }] }],
    ["KECS1025 c[0].dependsOn[0].containerName"],
  ],
  [
    "a dependency on nobody",
    [{ ...web, dependsOn: [{ containerName: "x", condition: "START" }] }],
    ["KECS1025 c[0].dependsOn[0].containerName"],
  ],
  [
    "another condition",
    [{ ...web, dependsOn: ended("READY") }, side],
    ["KECS1008 c[0].dependsOn[0].condition"],
  ],
  [
    "HEALTHY without a check",
    [{ ...web, dependsOn: ended("HEALTHY") }, side],
    ["KECS1025 c[0].dependsOn[0].condition"],
  ],
  [
    "the end of an essential one",
    [
      { ...web, dependsOn: ended("SUCCESS") },
      { ...side, essential: true },
    ],
    ["KECS1025 c[0].dependsOn[0].condition"],
  ],
  [
    "a circle",
    [
      { ...web, dependsOn: ended("START") },
      { ...side, dependsOn: [{ containerName: "web", condition: "START" }] },
    ],
    ["KECS1025 c[0].dependsOn"],
  ],
  [
    "a volume that there is not",
    [{ ...web, mountPoints: [{ sourceVolume: "v", containerPath: "/v" }] }],
    ["KECS1008 c[0].mountPoints[0].sourceVolume"],
  ],
  [
    "mounts of itself",
    [{ ...web, volumesFrom: [{ sourceContainer: "web" }] }],
    ["KECS1008 c[0].volumesFrom[0].sourceContainer"],
  ],
  [
    "a relative folder",
    [{ ...web, linuxParameters: { tmpfs: [{ containerPath: "a", size: 1 }] } }],
    ["KECS1008 c[0].linuxParameters.tmpfs[0].containerPath"],
  ],
  [
    "a folder twice",
    [
      {
        ...web,
        linuxParameters: {
          tmpfs: [
            { containerPath: "/a", size: 1 },
            { containerPath: "/a", size: 1 },
          ],
        },
      },
    ],
    ["KECS1015 c[0].linuxParameters.tmpfs[1].containerPath"],
  ],
  [
    "a capability with its prefix",
    [{ ...web, linuxParameters: { capabilities: { add: ["CAP_CHOWN"] } } }],
    ["KECS1008 c[0].linuxParameters.capabilities.add[0]"],
  ],
  ["a link to nobody", [{ ...web, links: ["db"] }], ["KECS1008 c[0].links[0]"]],
  [
    "a host without an address",
    [{ ...web, extraHosts: [{ hostname: "a", ipAddress: "b" }] }],
    ["KECS1008 c[0].extraHosts[0].ipAddress"],
  ],
  ["5 MiB", [{ ...web, memory: 5 }], ["KECS1011 c[0].memory"]],
  [
    "a reservation of all",
    [{ ...web, memory: 6, memoryReservation: 6 }],
    ["KECS1015 c[0].memoryReservation"],
  ],
  [
    "files of variables",
    [{ ...web, environmentFiles: [{ type: "s3", value: "a" }] }],
    ["KECS1013 c[0].environmentFiles"],
  ],
  [
    "a GPU that containers share",
    [
      {
        ...web,
        resourceRequirements: [
          { type: "GPU", sharingStrategy: { nvidiaMps: { memory: 1024 } } } as object as {
            type: string;
          },
        ],
      },
    ],
    ["KECS1013 c[0].resourceRequirements"],
  ],
  [
    "a GPU",
    [{ ...web, resourceRequirements: [{ type: "GPU", value: "1" }] }],
    ["KECS1013 c[0].resourceRequirements"],
  ],
  [
    "devices",
    [{ ...web, linuxParameters: { devices: [{ hostPath: "/dev/a" }] } }],
    ["KECS1013 c[0].linuxParameters.devices"],
  ],
  ["no network", [{ ...web, disableNetworking: true }], ["KECS1013 c[0].disableNetworking"]],
  ["Active Directory", [{ ...web, credentialSpecs: ["a"] }], ["KECS1013 c[0].credentialSpecs"]],
])("rejects %s", (_, containers, expected) => {
  expect(issuesOf(definition(containers))).toEqual(expected);
});
