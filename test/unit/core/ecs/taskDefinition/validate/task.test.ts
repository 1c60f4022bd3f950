import type { TaskDefinitionValues } from "../../../../../../core/ecs/taskDefinition/values/taskDefinition";
import { definition, issuesOf, web } from "../../../../../helpers/taskDefinition";

test.each<[string, Partial<TaskDefinitionValues>, string[]]>([
  ["a long family", { family: "a".repeat(256) }, ["KECS1001 family"]],
  ["a family with a dot", { family: "a.b" }, ["KECS1001 family"]],
  ["a size in words", { cpu: "much" }, ["KECS1008 cpu"]],
  ["a size in KB", { memory: "1 KB" }, ["KECS1008 memory"]],
  [
    "Fargate without a size",
    { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc" },
    ["KECS1009 cpu", "KECS1009 memory"],
  ],
  [
    "a CPU that Fargate has not",
    { requiresCompatibilities: ["FARGATE"], cpu: "300", memory: "512", networkMode: "awsvpc" },
    ["KECS1008 cpu"],
  ],
  [
    "memory that Fargate has not",
    { requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "4096", networkMode: "awsvpc" },
    ["KECS1015 memory"],
  ],
  [
    "a step that Fargate has not",
    { requiresCompatibilities: ["FARGATE"], cpu: "8 vCPU", memory: "17 GB", networkMode: "awsvpc" },
    ["KECS1015 memory"],
  ],
  [
    "Fargate on a bridge",
    { requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "512", networkMode: "bridge" },
    ["KECS1015 networkMode"],
  ],
  [
    "another launch type",
    { requiresCompatibilities: ["LAMBDA"] },
    ["KECS1008 requiresCompatibilities[0]"],
  ],
  ["another network", { networkMode: "ipvlan" }, ["KECS1008 networkMode"]],
  [
    "20 GiB of storage",
    { ephemeralStorage: { sizeInGib: 20 } },
    ["KECS1011 ephemeralStorage.sizeInGib"],
  ],
  ["the node's processes", { pidMode: "host" }, ["KECS1013 pidMode"]],
  ["the node's memory segments", { ipcMode: "host" }, ["KECS1013 ipcMode"]],
  ["App Mesh", { proxyConfiguration: { containerName: "a" } }, ["KECS1013 proxyConfiguration"]],
  [
    "Windows",
    { runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } },
    ["KECS1013 runtimePlatform.operatingSystemFamily"],
  ],
  [
    "two volumes with one name",
    { volumes: [{ name: "v" }, { name: "v" }] },
    ["KECS1015 volumes[1].name"],
  ],
  [
    "EFS on a host",
    { volumes: [{ name: "v", hostPath: "/a", efsVolumeConfiguration: { fileSystemId: "fs-1" } }] },
    ["KECS1015 volumes[0]"],
  ],
  [
    "another scope",
    { volumes: [{ name: "v", dockerVolumeConfiguration: { scope: "all" } }] },
    ["KECS1008 volumes[0].dockerVolumeConfiguration.scope"],
  ],
  [
    "FSx",
    {
      volumes: [
        {
          name: "v",
          fsxWindowsFileServerVolumeConfiguration: {
            fileSystemId: "a",
            rootDirectory: "b",
            authorizationConfig: { credentialsParameter: "c", domain: "d" },
          },
        },
      ],
    },
    ["KECS1013 volumes[0].fsxWindowsFileServerVolumeConfiguration"],
  ],
])("rejects %s", (_, more, expected) => {
  expect(issuesOf(definition([web], more))).toEqual(expected);
});
