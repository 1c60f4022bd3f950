import { TASK_FIELDS } from "../../../../../core/ecs/taskDefinition/fields/task";
import { validateTaskDefinition } from "../../../../../core/ecs/taskDefinition/validate";
import type { ContainerValues } from "../../../../../core/ecs/taskDefinition/values/container";
import type { TaskDefinitionValues } from "../../../../../core/ecs/taskDefinition/values/taskDefinition";
import { only } from "../../../../helpers/issues";
import { definition, web } from "../../../../helpers/taskDefinition";

const warned = (containers: ContainerValues[], more: Partial<TaskDefinitionValues> = {}) => {
  const { code, severity, message } = only(
    validateTaskDefinition(definition(containers, more), "t"),
  );
  expect({ code, severity }).toEqual({ code: "KECS1023", severity: "warning" });
  return message
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(":")[0]);
};
const foreign = process.arch === "arm64" ? "X86_64" : "ARM64";

test("warns once of everything that is done otherwise", () => {
  const container: ContainerValues = {
    ...web,
    repositoryCredentials: { credentialsParameter: "a" },
    versionConsistency: "enabled",
    startTimeout: 2,
    restartPolicy: { enabled: true },
    dependsOn: [{ containerName: "side", condition: "COMPLETE" }],
    hostname: "a",
    logConfiguration: { logDriver: "syslog", secretOptions: [{ name: "a", valueFrom: "b" }] },
    firelensConfiguration: { type: "fluentbit" },
    linuxParameters: {
      initProcessEnabled: true,
      maxSwap: 1,
      swappiness: 1,
      tmpfs: [{ containerPath: "/a", size: 1, mountOptions: ["ro"] }],
    },
    ulimits: [{ name: "core", softLimit: 1, hardLimit: 1 }],
    systemControls: [{ namespace: "a", value: "b" }],
    dockerSecurityOptions: ["a"],
  };
  const fields = warned([container, { name: "side", image: "b", essential: false }], {
    networkMode: "bridge",
    executionRoleArn: "a",
    taskRoleArn: "a",
    ephemeralStorage: { sizeInGib: 21 },
    ipcMode: "none",
    placementConstraints: [{ type: "memberOf", expression: "a" }],
    runtimePlatform: { cpuArchitecture: foreign },
    skipDestroy: true,
    trackLatest: true,
    enableFaultInjection: true,
    ...({ region: "eu-west-1" } as object),
    volumes: [
      { name: "a", configureAtLaunch: true },
      {
        name: "b",
        dockerVolumeConfiguration: { driver: "x", driverOpts: { a: "b" }, labels: { a: "b" } },
      },
      {
        name: "c",
        efsVolumeConfiguration: {
          fileSystemId: "f",
          transitEncryption: "ENABLED",
          authorizationConfig: { iam: "ENABLED" },
        },
      },
    ],
  });
  // A host port is warned of by itself, since the instance's range decides about it.
  const rows = TASK_FIELDS.filter(
    ({ path, treatment, part }) =>
      treatment === "ignored" && part !== true && !path.endsWith(".hostPort"),
  );
  expect(fields).toEqual(rows.map(({ path }) => path));
});

test("does not warn of what says the same as nothing", () => {
  const container: ContainerValues = {
    ...web,
    portMappings: [
      { containerPort: 80, hostPort: 80 },
      { containerPort: 81, hostPort: 0 },
    ],
    ulimits: [],
    systemControls: [],
    linuxParameters: { initProcessEnabled: false },
  };
  const of = definition([container], { networkMode: "awsvpc", skipDestroy: false });
  expect(validateTaskDefinition(of, "t")).toEqual([]);
});

test("says of every field, but for those within another, what happens", () => {
  for (const { path, here, part, treatment, instead } of TASK_FIELDS) {
    expect({ path, said: here !== "" }).toEqual({ path, said: part !== true });
    expect({ path, instead: instead !== undefined }).toEqual({
      path,
      instead: treatment === "rejected" && part !== true,
    });
  }
});

test("speaks of one field as of one kind, and never twice of the same values", () => {
  const seen = new Map<string, string>();
  for (const { path, kind, only: values } of TASK_FIELDS) {
    expect(seen.get(path) ?? kind).toBe(kind);
    seen.set(path, kind);
    const same = TASK_FIELDS.filter((row) => row.path === path && row.only?.text === values?.text);
    expect({ path, count: same.length }).toEqual({ path, count: 1 });
  }
});
